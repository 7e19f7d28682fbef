#include "events.h"

#include <utility>

#include "scripted_engine_state.h"

namespace scripted {

EventValues::EventValues(const Json& json) {
  for (const Json& item : json.items) {
    Value value;
    value.number = item.number;
    if (item.kind == Json::Kind::kString) value.text = item.text;
    if (item.kind == Json::Kind::kObject) {
      std::string text = FromHex(item.TextOr("hex", "")) + item.TextOr("text", "");
      const auto size = static_cast<size_t>(item.NumberOr("padTo", 0));
      if (size > text.size()) text.resize(size, ' ');
      value.text = std::move(text);
    }
    values_.push_back(std::move(value));
  }
}

EventValues::EventValues(int32_t level, std::string line) {
  values_.push_back({std::nullopt, static_cast<double>(level)});
  values_.push_back({std::move(line), 0});
}

const char* EventValues::Text(size_t index) const {
  if (index >= values_.size()) return nullptr;
  const std::optional<std::string>& text = values_[index].text;
  return text ? text->c_str() : nullptr;
}

void Events::Set(std::string_view setter, EventCallback callback) {
  const std::lock_guard lock(mutex_);
  callbacks_[std::string(setter)] = std::move(callback);
}

EventCallback Events::Find(std::string_view setter) const {
  const std::lock_guard lock(mutex_);
  const auto found = callbacks_.find(setter);
  return found == callbacks_.end() ? nullptr : found->second;
}

void Events::Clear() {
  const std::lock_guard lock(mutex_);
  callbacks_.clear();
}

void SetEvent(std::string_view setter, EventCallback callback) {
  Engine::Instance().events.Set(setter, std::move(callback));
}

}  // namespace scripted

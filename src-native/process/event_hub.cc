#include "process/event_hub.h"

#include <algorithm>
#include <utility>

#include "process/engine_process.h"
#include "sdk/event_table.h"

namespace imsdk {
namespace {

/// Brings the engine's callbacks in line with who listens, on the call thread.
class RegisterEvents final : public NativeCall {
 public:
  bool HasReply() const noexcept override { return false; }

  Returned Invoke(Ticket) noexcept override {
    EngineProcess& process = EngineProcess::Instance();
    // Without a library, TIMInit will do it.
    if (process.library() != nullptr) process.events().Register(*process.library());
    return {};
  }
};

}  // namespace

EventHub::EventHub() : listeners_(sdk::kEventTableSize), registered_(sdk::kEventTableSize) {}

void EventHub::Listen(size_t event, std::shared_ptr<EventSink> listener) {
  {
    const std::lock_guard lock(mutex_);
    listeners_[event].push_back(std::move(listener));
    if (listeners_[event].size() > 1) return;
  }
  QueueRegistration();
}

void EventHub::Unlisten(size_t event, const EventSink* listener) {
  if (Remove(event, listener)) QueueRegistration();
}

void EventHub::Forget(const EventSink* listener) {
  bool was_last = false;
  for (size_t event = 0; event < listeners_.size(); ++event) {
    was_last = Remove(event, listener) || was_last;
  }
  if (was_last) QueueRegistration();
}

bool EventHub::Remove(size_t event, const EventSink* listener) {
  const std::lock_guard lock(mutex_);
  auto& listeners = listeners_[event];
  const auto found = std::find_if(listeners.begin(), listeners.end(),
                                  [&](const auto& other) { return other.get() == listener; });
  if (found == listeners.end()) return false;
  listeners.erase(found);
  return listeners.empty();
}

bool EventHub::HasListeners(size_t event) const {
  const std::lock_guard lock(mutex_);
  return !listeners_[event].empty();
}

void EventHub::Emit(size_t event, std::vector<EventValue> values) {
  std::vector<std::shared_ptr<EventSink>> listeners;
  {
    const std::lock_guard lock(mutex_);
    listeners = listeners_[event];
  }
  if (listeners.empty()) return;
  const auto shared = std::make_shared<const Event>(Event{event, std::move(values)});
  for (const auto& listener : listeners) listener->Notify(shared);
}

void EventHub::QueueRegistration() {
  EngineProcess::Instance().call_thread().Submit(
      {std::make_unique<RegisterEvents>(), shared_from_this(), 0, false, true});
}

void EventHub::Register(const sdk::Library& library) {
  for (size_t event = 0; event < sdk::kEventTableSize; ++event) {
    const sdk::EngineEvent& line = sdk::kEventTable[event];
    const bool is_wanted = HasListeners(event);
    if (line.setter == sdk::kLogSetter || is_wanted == registered_[event]) continue;
    const bool has_remover = !is_wanted && !line.remover.empty();
    void* function = library.Find((has_remover ? line.remover : line.setter).data());
    if (function == nullptr) continue;  // an older engine has not all of them
    if (is_wanted) {
      line.set(function, event + 1);
    } else {
      line.unset(function, has_remover);
    }
    registered_[event] = is_wanted;
  }
}

void EventHub::OnUninit() { registered_.assign(registered_.size(), false); }

bool EventHub::ShouldStart(CallId, bool) noexcept { return true; }
void EventHub::Complete(Completion) noexcept {}

// The engine's callbacks of every event: on any of its threads, and after TIMUninit too.
void sdk::ReceiveEvent(const void* user_data, std::vector<EventValue> values) noexcept {
  const auto number = reinterpret_cast<EventNumber>(user_data);  // NOLINT: an opaque number
  if (number == 0 || number > kEventTableSize) return;
  EngineProcess::Instance().events().Emit(number - 1, std::move(values));
}

}  // namespace imsdk

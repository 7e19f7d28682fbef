#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json.h"

namespace scripted {

/// What an event's callback gets, in order; NULL or 0 where there is nothing.
class EventValues {
 public:
  EventValues() = default;
  /// A JSON array: of strings, numbers, booleans and null, and for a text that is none of these
  /// objects: `{ "hex": bytes }`, or `{ "text": ..., "padTo": bytes }`, padded with spaces.
  explicit EventValues(const Json& json);
  /// Those of a line of the log.
  EventValues(int32_t level, std::string line);

  const char* Text(size_t index) const;
  template <class T>
  T Number(size_t index) const {
    return index < values_.size() ? static_cast<T>(values_[index].number) : T{};
  }

 private:
  struct Value {
    std::optional<std::string> text;
    double number = 0;
  };

  std::vector<Value> values_;
};

/// An event's callback with its user data.
using EventCallback = std::function<void(const EventValues& values)>;

/// The callbacks that the addon has set, by the function that set them. Any thread.
class Events {
 public:
  void Set(std::string_view setter, EventCallback callback);
  EventCallback Find(std::string_view setter) const;
  void Clear();

 private:
  mutable std::mutex mutex_;
  std::map<std::string, EventCallback, std::less<>> callbacks_;
};

/// What the exported functions do that set a callback, or take it back.
void SetEvent(std::string_view setter, EventCallback callback);

}  // namespace scripted

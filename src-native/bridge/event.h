#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "bridge/text.h"

namespace imsdk {

/// What an engine callback got for one parameter, ready for JavaScript.
struct EventValue {
  enum class Kind { kNull, kText, kJson, kNumber, kBoolean };

  Kind kind = Kind::kNull;
  Text text;
  /// See JsonScan.
  std::string exact_integers;
  double number = 0;

  size_t Bytes() const {
    return text.latin1.size() + text.utf16.size() * sizeof(char16_t) + exact_integers.size();
  }
};

/// Something that the engine told of its own accord. All environments that listen share it.
struct Event {
  /// Its index in the event table.
  size_t index = 0;
  std::vector<EventValue> values;
};

/// Who listens to events: an environment's channel.
class EventSink {
 public:
  EventSink() = default;
  EventSink(const EventSink&) = delete;
  EventSink& operator=(const EventSink&) = delete;
  virtual ~EventSink() = default;

  /// Told on any thread. Never blocks.
  virtual void Notify(std::shared_ptr<const Event> event) noexcept = 0;
};

}  // namespace imsdk

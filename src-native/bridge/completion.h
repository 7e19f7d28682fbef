#pragma once

#include <cstdint>
#include <string>

#include "bridge/text.h"

namespace imsdk {

/// Names a call within the environment that made it; made by JavaScript, counted upwards from 1.
using CallId = uint64_t;

/// What one call came to, as plain data that any thread may hold.
struct Completion {
  CallId call_id = 0;
  /// Another one will follow for this call: this one tells of its progress, or of a message's id.
  bool is_interim = false;
  /// The engine ended before it had answered, so that there is nothing else here.
  bool is_lost = false;
  /// The engine's code: of its callback, or of its return where the call was refused at once.
  int32_t code = 0;
  Text desc;
  Text json;
  /// See JsonScan.
  std::string exact_integers;
  Text message_id;
  Text conversation_id;
  /// How many failures to store the engine had reported when it answered. It reports that of a save
  /// after the answer, so that a higher number later can concern this one.
  uint32_t store_failures = 0;
};

/// Who waits for calls: an environment's channel, or the engine process itself.
class CompletionSink {
 public:
  CompletionSink() = default;
  CompletionSink(const CompletionSink&) = delete;
  CompletionSink& operator=(const CompletionSink&) = delete;
  virtual ~CompletionSink() = default;

  /// Asked on the call thread right before the engine is called: false drops the call. Calls start
  /// in the order of their ids, but for urgent ones.
  virtual bool ShouldStart(CallId id, bool is_urgent) noexcept = 0;

  /// Told on any thread, at most once for each call but for what is interim. Never blocks.
  virtual void Complete(Completion completion) noexcept = 0;
};

}  // namespace imsdk

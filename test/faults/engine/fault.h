#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gate.h"
#include "json.h"

namespace scripted {

/// One callback of a faulty call. test/faults/scripted-engine.ts says what each field means.
struct FaultyReply {
  enum class On { kCall, kEngine, kThread, kJavaScript };

  On on = On::kEngine;
  bool before_return = false;
  bool after_uninit = false;
  std::chrono::milliseconds after{0};
  int copies = 1;
  std::optional<int32_t> code;
  // What the callback gets instead of the engine's own text; `null` passes NULL.
  bool has_desc = false;
  std::optional<std::string> desc;
  bool has_json = false;
  std::optional<std::string> json;
  // What is done to the engine's own JSON.
  std::optional<size_t> cut_json_to;
  std::optional<size_t> pad_json_to;
};

/// What goes wrong with calls of one function.
struct Fault {
  std::string function;
  int skip = 0;
  int times = 1;
  std::chrono::milliseconds takes{0};
  bool blocks = false;
  /// What a call that blocks waits for: chosen when the fault is scripted, so that a release which
  /// comes before the call counts too.
  std::shared_ptr<Gate> gate;
  bool loses = false;
  std::optional<int32_t> returns;
  /// The engine's own reply where there is nothing.
  std::optional<std::vector<FaultyReply>> replies;
};

Fault ParseFault(const Json& json);

/// Also says when and where an event comes.
FaultyReply ParseReply(const Json& json);

/// The faults that were scripted and have not met their calls yet. Any thread.
class Faults {
 public:
  void Add(Fault fault);
  void Clear();

  /// The fault for a call of this function, if there is one.
  std::optional<Fault> Take(std::string_view function);

 private:
  std::mutex mutex_;
  std::vector<Fault> faults_;
};

}  // namespace scripted

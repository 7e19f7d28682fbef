#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "scripted_engine.h"

namespace scripted {

/// What the engine's callback gets.
struct Answer {
  int32_t code = 0;
  std::optional<std::string> desc = "";
  std::optional<std::string> json = "";
};

/// What a call comes to when nothing goes wrong.
struct Outcome {
  Returned returned;
  std::optional<Answer> answer;
  /// The callback comes inside the call, as it does from the real engine that is not initialised.
  bool answers_in_call = false;
};

/// An engine that logs everybody in and keeps the newest messages in memory: as much of the real
/// one's behaviour as the addon relies on. Any thread.
class MemoryEngine {
 public:
  Outcome Handle(const Call& call);

 private:
  struct Message {
    std::string id;
    std::string conversation;
    int64_t type;
    std::string json;
  };

  Outcome HandleOpen(const Call& call);
  Outcome Save(const Call& call);
  Outcome Import(const Call& call);
  Outcome List(const Call& call) const;
  Outcome Find(const Call& call) const;
  const std::string& Store(std::string_view conversation, int64_t type, std::string_view json);

  mutable std::mutex mutex_;
  bool initialised_ = false;
  std::string user_;
  std::deque<Message> messages_;
  std::unordered_map<std::string_view, const Message*> by_id_;
  uint64_t saved_ = 0;
};

}  // namespace scripted

#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
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
  /// `loses`: a message that is saved is acknowledged, and not kept.
  Outcome Handle(const Call& call, bool loses = false);

 private:
  struct Message {
    std::string id;
    std::string conversation;
    int64_t type = 0;
    std::string json;
  };

  /// One user's messages, the oldest first.
  struct Store {
    std::deque<Message> messages;
    std::unordered_map<std::string_view, const Message*> by_id;
  };

  Outcome HandleExperimental(const Call& call);
  Outcome HandleOpen(const Call& call, bool loses);
  Outcome HandleStore(const Call& call, bool loses);
  Outcome Save(const Call& call, bool loses);
  Outcome Send(const Call& call);
  Outcome Import(const Call& call);
  Outcome List(const Call& call) const;
  Outcome Find(const Call& call) const;
  Outcome FindByLocators(const Call& call) const;
  Message Complete(std::string_view conversation, int64_t type, std::string_view json);
  void Keep(Message message);

  Store* StoreOf(std::string_view user);

  mutable std::mutex mutex_;
  bool initialised_ = false;
  std::string folders_;
  std::string user_;
  // By the real path of the folder that the engine would keep it in.
  std::map<std::filesystem::path, Store> stores_;
  // That of the user who logged in, or the one that an experimental operation opened after it.
  Store* store_ = nullptr;
  uint64_t saved_ = 0;
};

}  // namespace scripted

#include "memory_engine.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>

#include "json.h"

namespace scripted {
namespace {

constexpr int32_t kBadJson = -3;
constexpr int32_t kBadParameter = -4;
constexpr int32_t kNotInitialised = 6013;
constexpr int32_t kNotLoggedIn = 6014;
constexpr int32_t kInvalidParameters = 6017;

constexpr int32_t kLoggedIn = 1;
constexpr int32_t kLoggedOut = 3;

/// So many messages can be found again: more than the addon ever waits to be committed.
constexpr size_t kKept = 16384;

/// An operation that the real engine never answers by a callback.
constexpr std::string_view kSetServers = "internal_operation_set_custom_server_info";
/// Neither this one; the store is the other user's when it returns.
constexpr std::string_view kOpenStore = "internal_operation_init_local_storage";

Outcome Accepted(Answer answer) { return {{}, std::move(answer), false}; }
Outcome Refused(int32_t code) { return {{code}, std::nullopt, false}; }

int64_t Now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// `<sender>-<time>-<random number>`, as the engine makes them; the number here counts the
/// messages.
std::string MessageId(int64_t time, int64_t random) {
  return "-" + std::to_string(time) + "-" + std::to_string(random);
}

bool IsConversation(const Call& call) {
  constexpr int64_t kC2C = 1;
  constexpr int64_t kGroup = 2;
  const int64_t type = call.integers[0];
  return *call.texts[0] != '\0' && (type == kC2C || type == kGroup);
}

}  // namespace

Outcome MemoryEngine::Handle(const Call& call, bool loses) {
  const std::lock_guard lock(mutex_);
  if (call.function == "TIMInit") {
    const Json json = ParseJson(call.texts[0]).value_or(Json{});
    folders_ = json.TextOr("sdk_config_config_file_path", "") + "/" +
               std::to_string(call.integers[0]) + "_";
    initialised_ = true;
    return {};
  }
  if (call.function == "TIMUninit") {
    initialised_ = false;
    user_.clear();
    store_ = nullptr;
    stores_.clear();
    return {};
  }
  if (call.function == "TIMGetSDKVersion") return {{0, "scripted", 0}, std::nullopt, false};
  if (call.function == "TIMGetServerTime") {
    return {{0, "", static_cast<uint64_t>(Now())}, std::nullopt, false};
  }
  if (call.function == "TIMGetLoginStatus") {
    return Refused(user_.empty() ? kLoggedOut : kLoggedIn);
  }
  if (call.function == "TIMGetLoginUserID") {
    std::snprintf(call.buffer, 128, "%s", user_.c_str());
    return {};
  }
  if (call.function == "TIMSetConfig") return {{}, Answer{}, true};
  if (call.function == "callExperimentalAPI") return HandleExperimental(call);
  if (!initialised_) return {{}, Answer{kNotInitialised, "not initialized", ""}, true};
  return HandleOpen(call, loses);
}

Outcome MemoryEngine::HandleExperimental(const Call& call) {
  const Json json = ParseJson(call.texts[0]).value_or(Json{});
  const std::string operation = json.TextOr("request_internal_operation", "");
  if (operation.empty()) return Refused(kBadJson);
  if (operation == kSetServers) return {};
  if (operation == kOpenStore) {
    if (initialised_) {
      store_ = StoreOf(json.TextOr("request_init_local_storage_user_id_param", ""));
    }
    return {};
  }
  return Accepted({});
}

Outcome MemoryEngine::HandleOpen(const Call& call, bool loses) {
  if (call.function == "TIMLogin") {
    if (*call.texts[0] == '\0' || *call.texts[1] == '\0') return Refused(kBadParameter);
    user_ = call.texts[0];
    store_ = StoreOf(user_);
    return Accepted({});
  }
  if (call.function == "TIMLogout") {
    user_.clear();
    store_ = nullptr;
    return Accepted({});
  }
  if (store_ == nullptr) return Accepted({kNotLoggedIn, "not init database", ""});
  return HandleStore(call, loses);
}

/// Users whose folders are links to one folder have one store.
MemoryEngine::Store* MemoryEngine::StoreOf(std::string_view user) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string folder = folders_;
  for (const char c : user) {
    const auto byte = static_cast<unsigned char>(c);
    folder.append({kDigits[byte / 16], kDigits[byte % 16]});
  }
  return &stores_[std::filesystem::weakly_canonical(folder)];
}

Outcome MemoryEngine::HandleStore(const Call& call, bool loses) {
  if (call.function == "TIMMsgSaveMsg") return Save(call, loses);
  if (call.function == "TIMMsgImportMsgList") return Import(call);
  if (call.function == "TIMMsgGetMsgList") return List(call);
  if (call.function == "TIMMsgFindMessages") return Find(call);
  if (call.function == "TIMMsgFindByMsgLocatorList") return FindByLocators(call);
  if (call.function == "TIMMsgSendMessage" || call.function == "TIMMsgSendNewMsgEx") {
    return Send(call);
  }
  return Accepted({});
}

Outcome MemoryEngine::Save(const Call& call, bool loses) {
  if (!IsConversation(call)) return Refused(kBadParameter);
  const std::string_view json = call.texts[1];
  if (json.size() < 3 || json.front() != '{' || json.back() != '}') return Refused(kBadJson);
  Message message = Complete(call.texts[0], call.integers[0], json);
  Outcome outcome = Accepted({0, "OK", message.json});
  if (!loses) Keep(std::move(message));
  return outcome;
}

/// Tells the message's id in the way that the function has for it, before anything else.
Outcome MemoryEngine::Send(const Call& call) {
  if (!IsConversation(call)) return Refused(kBadParameter);
  const Message message = Complete(call.texts[0], call.integers[0], call.texts[1]);
  if (call.buffer != nullptr) std::snprintf(call.buffer, 128, "%s", message.id.c_str());
  if (call.replies.message_id != nullptr) {
    const std::string json = R"({"message_msg_id":)" + Quoted(message.id) + "}";
    call.replies.message_id(0, "ok", json.c_str(), call.replies.user_data);
  }
  return Accepted({0, "OK", message.json});
}

Outcome MemoryEngine::Import(const Call& call) {
  if (!IsConversation(call)) return Refused(kBadParameter);
  const auto json = ParseJson(call.texts[1]);
  if (!json || json->kind != Json::Kind::kArray) return Refused(kBadJson);
  for (const Json& message : json->items) {
    Keep(Complete(call.texts[0], call.integers[0], message.source));
  }
  return Accepted({0, "OK", ""});
}

Outcome MemoryEngine::List(const Call& call) const {
  if (!IsConversation(call)) return Refused(kBadParameter);
  const auto json = ParseJson(call.texts[1]);
  if (!json) return Refused(kBadJson);
  auto wanted = static_cast<size_t>(json->NumberOr("msg_getmsglist_param_count", 0));
  std::string list = "[";
  for (auto it = store_->messages.rbegin(); it != store_->messages.rend() && wanted > 0; ++it) {
    if (it->conversation != call.texts[0] || it->type != call.integers[0]) continue;
    if (list.size() > 1) list.push_back(',');
    list.append(it->json);
    --wanted;
  }
  return Accepted({0, "OK", list + "]"});
}

Outcome MemoryEngine::Find(const Call& call) const {
  const auto ids = ParseJson(call.texts[0]);
  if (!ids || ids->kind != Json::Kind::kArray) return Refused(kBadJson);
  std::string list = "[";
  bool any_valid = false;
  for (const Json& id : ids->items) {
    // An id is `<sender>-<time>-<random number>`.
    if (std::count(id.text.begin(), id.text.end(), '-') < 2) continue;
    any_valid = true;
    const auto found = store_->by_id.find(id.text);
    if (found == store_->by_id.end()) continue;
    if (list.size() > 1) list.push_back(',');
    list.append(found->second->json);
  }
  if (!any_valid) return Accepted({kInvalidParameters, "no message id is valid", "[]"});
  return Accepted({0, "OK", list + "]"});
}

Outcome MemoryEngine::FindByLocators(const Call& call) const {
  if (!IsConversation(call)) return Refused(kBadParameter);
  const auto locators = ParseJson(call.texts[1]);
  if (!locators || locators->kind != Json::Kind::kArray) return Refused(kBadJson);
  std::string list = "[";
  for (const Json& locator : locators->items) {
    const auto number = [&](std::string_view name) {
      return static_cast<int64_t>(locator.NumberOr(name, 0));
    };
    const auto found = store_->by_id.find(
        MessageId(number("message_locator_time"), number("message_locator_rand")));
    if (found == store_->by_id.end()) continue;
    const Message& message = *found->second;
    if (message.conversation != call.texts[0] || message.type != call.integers[0]) continue;
    if (list.size() > 1) list.push_back(',');
    list.append(message.json);
  }
  return Accepted({0, "OK", list + "]"});
}

/// The message as it is stored: with what the engine gives it.
MemoryEngine::Message MemoryEngine::Complete(std::string_view conversation, int64_t type,
                                             std::string_view json) {
  const std::string number = std::to_string(++saved_);
  const int64_t time = Now();
  Message message;
  message.id = MessageId(time, static_cast<int64_t>(saved_));
  message.conversation = conversation;
  message.type = type;
  message.json.append(json.substr(0, json.size() - 1));
  if (json.size() > 2) message.json.push_back(',');
  // What comes last counts, as it does in JSON.parse: these replace the message's own.
  message.json.append(R"("message_msg_id":)").append(Quoted(message.id));
  message.json.append(R"(,"message_conv_id":)").append(Quoted(conversation));
  message.json.append(R"(,"message_conv_type":)").append(std::to_string(type));
  message.json.append(R"(,"message_server_time":)").append(std::to_string(time));
  message.json.append(R"(,"message_rand":)").append(number);
  message.json.append(R"(,"message_seq":)").append(number);
  message.json.append(R"(,"message_status":5,"message_unique_id":)")
      .append(std::to_string(7711289293730507003ULL + saved_))
      .push_back('}');
  return message;
}

void MemoryEngine::Keep(Message message) {
  const Message& kept = store_->messages.emplace_back(std::move(message));
  store_->by_id.emplace(kept.id, &kept);
  if (store_->messages.size() > kKept) {
    store_->by_id.erase(store_->messages.front().id);
    store_->messages.pop_front();
  }
}

}  // namespace scripted

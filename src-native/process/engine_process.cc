#include "process/engine_process.h"

#include <cstdlib>
#include <utility>

#include "bridge/json_scan.h"
#include "bridge/text.h"
#include "package_copy.h"
#include "process/console_filter.h"
#include "sdk/call_table.h"

namespace imsdk {
namespace {

// The engine calls back here: on a thread of its own, or on the call thread inside the call; on
// time, late, twice, or never. Nothing is trusted but the ticket.

Ticket TicketOf(const void* user_data) noexcept {
  return reinterpret_cast<Ticket>(user_data);  // NOLINT: an opaque number
}

Completion MakeCompletion(const TicketOwner& owner, int32_t code, const char* desc,
                          const char* json) {
  Completion completion;
  completion.store_failures = EngineProcess::Instance().log_watch().StoreFailures();
  completion.call_id = owner.call_id;
  completion.code = code;
  if (desc != nullptr) completion.desc = DecodeUtf8(desc);
  if (json != nullptr) {
    completion.json = DecodeUtf8(json);
    JsonScan scan = ScanJson(json);
    completion.exact_integers = std::move(scan.exact_integers);
    if (owner.is_save) {
      completion.message_id = DecodeUtf8(scan.message_id);
      completion.conversation_id = DecodeUtf8(scan.conversation_id);
    }
  }
  return completion;
}

void OnReply(int32_t code, const char* desc, const char* json, const void* user_data) noexcept {
  const auto owner = EngineProcess::Instance().tickets().Redeem(TicketOf(user_data));
  if (!owner) return;
  Completion completion = MakeCompletion(*owner, code, desc, json);
  if (owner->text_and_reply == nullptr) {
    owner->sink->Complete(std::move(completion));
  } else if (auto answer = owner->text_and_reply->OnReply(std::move(completion))) {
    owner->sink->Complete(std::move(*answer));
  }
}

void OnInterim(int32_t code, const char* desc, const char* json, const void* user_data) noexcept {
  const auto owner = EngineProcess::Instance().tickets().Find(TicketOf(user_data));
  if (!owner) return;
  Completion completion = MakeCompletion(*owner, code, desc, json);
  completion.is_interim = true;
  owner->sink->Complete(std::move(completion));
}

void OnProgressOrReply(int32_t code, const char* desc, const char* json,
                       const void* user_data) noexcept {
  const bool is_progress =
      code == 0 && desc != nullptr && std::string_view(desc) == sdk::kProgressDesc;
  (is_progress ? OnInterim : OnReply)(code, desc, json, user_data);
}

/// The reply's JSON is the list of what the engine gave: [members, cursor, whether that was all].
void OnMemberList(const char* json_members, uint64_t next_seq, bool is_finished,
                  const void* user_data) noexcept {
  const bool has_members = json_members != nullptr && *json_members != '\0';
  std::string json = "[";
  json.append(has_members ? json_members : "[]").push_back(',');
  json.append(std::to_string(next_seq)).append(is_finished ? ",true]" : ",false]");
  OnReply(0, nullptr, json.c_str(), user_data);
}

constexpr sdk::Callbacks kCallbacks{OnReply, OnInterim, OnProgressOrReply, OnMemberList};

}  // namespace

class LoadCall final : public NativeCall {
 public:
  LoadCall(EngineProcess& process, std::string path, bool console_log)
      : process_(process), path_(std::move(path)), console_log_(console_log) {}

  bool HasReply() const noexcept override { return false; }

  Returned Invoke(Ticket) noexcept override {
    const std::string loaded = process_.loaded_path();
    if (!loaded.empty()) {
      if (loaded == path_) return {EngineProcess::kLoaded, {}};
      return {EngineProcess::kOtherLibrary, loaded};
    }
    std::string other_copy = ClaimEngine();
    if (!other_copy.empty()) return {EngineProcess::kOtherCopy, std::move(other_copy)};
    std::string failure = Load();
    if (failure.empty()) return {EngineProcess::kLoaded, {}};
    ReleaseEngine();
    return {EngineProcess::kUnusable, std::move(failure)};
  }

 private:
  std::string Load() {
    if (!console_log_) KeepEngineOffConsole();
    sdk::Library library;
    std::string failure = library.Load(path_);
    if (!failure.empty()) return failure;
    if (library.Find("TIMMsgSaveMsg") == nullptr) {
      return "it has no TIMMsgSaveMsg, so it is not libImSDK";
    }
    process_.library_ = library;
    for (size_t i = 0; i < sdk::kCallTableSize; ++i) {
      process_.addresses_.push_back(library.Find(sdk::kCallTable[i].name.data()));
    }
    const std::lock_guard lock(process_.loaded_path_mutex_);
    process_.loaded_path_ = path_;
    return {};
  }

  EngineProcess& process_;
  std::string path_;
  bool console_log_;
};

class TableCall final : public NativeCall {
 public:
  TableCall(EngineProcess& process, size_t function, sdk::Arguments arguments,
            bool answer_on_return)
      : process_(process),
        function_(function),
        arguments_(std::move(arguments)),
        has_reply_(sdk::kCallTable[function].has_reply && !answer_on_return) {}

  bool HasReply() const noexcept override { return has_reply_; }
  bool FillsText() const noexcept override { return sdk::kCallTable[function_].fills_text; }

  Returned Invoke(Ticket ticket) noexcept override {
    const sdk::EngineFunction& function = sdk::kCallTable[function_];
    void* address = process_.addresses_.empty() ? nullptr : process_.addresses_[function_];
    if (address == nullptr) return {kFunctionMissing, std::string(function.name)};
    static const size_t init = FunctionIndex("TIMInit");
    static const size_t uninit = FunctionIndex("TIMUninit");
    if (function_ == init) {
      process_.log_watch_.Start(process_.library_);
      process_.events_->Register(process_.library_);
    }
    if (function_ == uninit) process_.events_->OnUninit();
    for (sdk::Argument& argument : arguments_) {
      if (const auto* json = std::get_if<JsonArgument>(&argument)) argument = json->ToUtf8();
    }
    sdk::Frame frame{arguments_, kCallbacks, ticket};
    return function.invoke(address, frame);
  }

 private:
  // Outside the engine's own codes; JavaScript turns it into an error of ours.
  static constexpr int32_t kFunctionMissing = INT32_MIN;

  EngineProcess& process_;
  size_t function_;
  sdk::Arguments arguments_;
  bool has_reply_;
};

EngineProcess::EngineProcess()
    : local_login_(std::make_shared<LocalLogin>()), events_(std::make_shared<EventHub>()) {}

EngineProcess& EngineProcess::Instance() {
  static EngineProcess& instance = *new EngineProcess;  // NOLINT: lives as long as the process
  return instance;
}

std::string EngineProcess::loaded_path() const {
  const std::lock_guard lock(loaded_path_mutex_);
  return loaded_path_;
}

std::unique_ptr<NativeCall> EngineProcess::MakeLoad(std::string path, bool console_log) {
  return std::make_unique<LoadCall>(*this, std::move(path), console_log);
}

std::unique_ptr<NativeCall> EngineProcess::MakeCall(size_t function, sdk::Arguments arguments,
                                                    bool answer_on_return) {
  return std::make_unique<TableCall>(*this, function, std::move(arguments), answer_on_return);
}

size_t FunctionIndex(std::string_view name) {
  for (size_t i = 0; i < sdk::kCallTableSize; ++i) {
    if (sdk::kCallTable[i].name == name) return i;
  }
  std::abort();
}

}  // namespace imsdk

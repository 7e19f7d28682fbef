#include "process/store_switch.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "process/engine_process.h"

namespace imsdk {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// 1024 calls take the engine about 100 ms, and closing and opening a store about a millisecond. On
// a disk that is slow to sync both can take seconds, which is no reason to give up.
constexpr milliseconds kPatience{10'000};
// Where the engine reports that it cannot open the store (a full disk), waiting is of no use; going
// the way once more can be.
constexpr milliseconds kPatienceWithFailure{500};
constexpr milliseconds kRepeatAfter{50};
constexpr std::chrono::microseconds kPause{300};

/// A second store that holds nothing; whoever has this very name gets another.
constexpr std::string_view kAside = "node-imsdk-commit";
constexpr std::string_view kOtherAside = "node-imsdk-commit-2";

/// JSON for the engine's operation that opens a user's store.
std::string OpenStoreRequest(std::string_view user_id) {
  std::string json = R"({"request_internal_operation":"internal_operation_init_local_storage",)"
                     R"("request_init_local_storage_user_id_param":")";
  for (const char c : user_id) {
    if (c == '"' || c == '\\') json.push_back('\\');
    json.push_back(c);  // the engine takes raw control characters and UTF-8 inside strings
  }
  return json + "\"}";
}

/// Waits on the call thread for one callback.
class Answer final : public CompletionSink {
 public:
  bool ShouldStart(CallId, bool) noexcept override { return true; }

  void Complete(Completion completion) noexcept override {
    const std::lock_guard lock(mutex_);
    code_ = completion.code;
    arrived_.notify_all();
  }

  std::optional<int32_t> Wait(milliseconds limit) {
    std::unique_lock lock(mutex_);
    arrived_.wait_for(lock, limit, [&] { return code_.has_value(); });
    return code_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::optional<int32_t> code_;
};

}  // namespace

StoreSwitch::StoreSwitch(EngineProcess& process, std::string user_id)
    : process_(process), user_id_(std::move(user_id)) {}

Returned StoreSwitch::Invoke(Ticket) noexcept { return {Run(), {}}; }

StoreSwitch::Outcome StoreSwitch::Run() {
  if (!process_.tickets().WaitUntilStoreIsIdle(kPatience)) return kRefused;
  // The engine answers a save before it inserts it, and looks up the sender of a received message
  // first: each query goes the same way, and a second one follows whatever the first overtook.
  const bool was_open = StoreAnswers() && StoreAnswers();

  const uint32_t failures = process_.log_watch().StoreFailures();
  const auto start = Clock::now();
  auto switched = start;
  if (!GoAndComeBack()) return was_open ? kRefused : kStoreAway;
  while (!StoreAnswers()) {
    const auto now = Clock::now();
    const bool has_failed = process_.log_watch().StoreFailures() != failures;
    if (now - start > (has_failed ? kPatienceWithFailure : kPatience)) return kStoreAway;
    if (has_failed && now - switched > kRepeatAfter) {
      switched = now;
      if (!GoAndComeBack()) return kStoreAway;
    }
    std::this_thread::sleep_for(kPause);
  }
  return kCommitted;
}

bool StoreSwitch::GoAndComeBack() {
  return OpenStore(std::string(user_id_ == kAside ? kOtherAside : kAside)) && OpenStore(user_id_);
}

bool StoreSwitch::OpenStore(const std::string& user_id) {
  static const size_t function = FunctionIndex("callExperimentalAPI");
  auto arguments = sdk::MakeArguments(OpenStoreRequest(user_id));
  return process_.MakeCall(function, std::move(arguments), true)->Invoke(0).code == 0;
}

bool StoreSwitch::StoreAnswers() {
  static const size_t function = FunctionIndex("TIMMsgFindByMsgLocatorList");
  // A message that no one has, by the fields that the look-up's index is made of.
  constexpr std::string_view kNowhere =
      R"([{"message_locator_is_revoked":false,"message_locator_time":0,"message_locator_seq":1,)"
      R"("message_locator_is_self":false,"message_locator_rand":1,"message_locator_unique_id":0}])";
  auto arguments = sdk::MakeArguments(std::string(kAside), int64_t{1}, std::string(kNowhere));
  const auto answer = std::make_shared<Answer>();
  const Ticket ticket = process_.tickets().Issue({answer, 1, false});
  const int32_t code =
      process_.MakeCall(function, std::move(arguments), false)->Invoke(ticket).code;
  const std::optional<int32_t> replied = code == 0 ? answer->Wait(kPatience) : std::nullopt;
  process_.tickets().CancelAll(answer.get());
  return replied == 0;
}

}  // namespace imsdk

#include "process/local_login.h"

#include <utility>
#include <vector>

#include "process/engine_process.h"

namespace imsdk {
namespace {

// The engine asks for any signature that is not empty before it tries the network.
constexpr char kPlaceholderSignature[] = "local-only";

}  // namespace

void LocalLogin::Start(std::string user_id) {
  CallId generation = 0;
  {
    const std::lock_guard lock(mutex_);
    user_id_ = std::move(user_id);
    generation = generation_ = ++starts_;
  }
  // One under way and one queued behind it inside the engine.
  LogIn(generation);
  LogIn(generation);
}

void LocalLogin::Stop() {
  {
    const std::lock_guard lock(mutex_);
    generation_ = 0;
  }
  EngineProcess::Instance().tickets().CancelAll(this);
}

bool LocalLogin::ShouldStart(CallId id, bool) noexcept {
  const std::lock_guard lock(mutex_);
  return id == generation_;
}

void LocalLogin::Complete(Completion completion) noexcept {
  if (completion.code != 0 && ShouldStart(completion.call_id, true)) LogIn(completion.call_id);
}

void LocalLogin::LogIn(CallId generation) {
  static const size_t function = FunctionIndex("TIMLogin");
  EngineProcess& process = EngineProcess::Instance();
  std::string user_id;
  {
    const std::lock_guard lock(mutex_);
    user_id = user_id_;
  }
  auto arguments = sdk::MakeArguments(std::move(user_id), std::string(kPlaceholderSignature));
  process.call_thread().Submit({process.MakeCall(function, std::move(arguments), false),
                                shared_from_this(), generation, false, true});
}

}  // namespace imsdk

#include "process/store_switch.h"

#include <utility>

#include "process/engine_process.h"

namespace imsdk {
namespace {

// ERR_SDK_NOT_LOGGED_IN: what the engine answers then.
constexpr int32_t kNobodyLoggedIn = 6014;

}  // namespace

StoreSwitch::StoreSwitch(EngineProcess& process, Requests requests)
    : process_(process), requests_(std::move(requests)) {}

Returned StoreSwitch::Invoke(Ticket) noexcept {
  // Who closes the engine has said so before. A switch that it takes up on the way to its end opens
  // the store in the next session (experiment).
  if (process_.session().user_id().empty()) return {kNobodyLoggedIn, {}};
  static const size_t function = FunctionIndex("callExperimentalAPI");
  // Which of the two is next, for the clients of all environments. Call thread only.
  static size_t next = 0;
  auto arguments = sdk::MakeArguments(std::move(requests_.at(next)));
  Returned returned = process_.MakeCall(function, std::move(arguments), true)->Invoke(0);
  if (returned.code == 0) next = 1 - next;
  return returned;
}

}  // namespace imsdk

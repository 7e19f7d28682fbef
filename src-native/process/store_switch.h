#pragma once

#include <array>
#include <string>

#include "bridge/call_thread.h"

namespace imsdk {

class EngineProcess;

/// Makes the engine commit: it closes the store, which commits and syncs it, to open another
/// user's. The others here are two whose folders are links to the very same store
/// (lib/message-store/commit/user-store.ts), so that whatever is with the engine meanwhile, and
/// whatever comes after, finds it. Each switch goes to the one that the last did not: to stay would
/// commit nothing. Answered when the engine has taken it up, before it has done it; with 6014, and
/// without asking the engine, where nobody is logged in.
class StoreSwitch final : public NativeCall {
 public:
  /// The two requests of callExperimentalAPI.
  using Requests = std::array<std::string, 2>;

  StoreSwitch(EngineProcess& process, Requests requests);

  bool HasReply() const noexcept override { return false; }
  Returned Invoke(Ticket ticket) noexcept override;

 private:
  EngineProcess& process_;
  Requests requests_;
};

}  // namespace imsdk

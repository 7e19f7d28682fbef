#pragma once

#include <memory>
#include <string>

#include "bridge/call_thread.h"

namespace imsdk {

class EngineProcess;

/// Makes the engine commit: it closes a user's store, which commits and syncs it, when another
/// user's is opened. Only for a user whom the engine does not know to be logged in (local-only
/// mode).
///
/// The engine carries calls out on threads of its own, and one that comes between going and coming
/// back acts on the other store: about one save in 140,000 did, when only the two calls were kept
/// together. So nothing else is with the store meanwhile. This runs on the call thread, which keeps
/// new calls back; those under way are waited for, and then for the store's thread, which is behind
/// them.
class StoreSwitch final : public NativeCall {
 public:
  enum Outcome : int32_t {
    kCommitted = 0,
    /// The store did not come back: a full disk can keep it away. The next switch tries again.
    kStoreAway = 1,
    /// The engine refuses the operation, or has calls that it does not answer: nothing was
    /// switched.
    kRefused = 2,
  };

  StoreSwitch(EngineProcess& process, std::string user_id);

  bool HasReply() const noexcept override { return false; }
  Returned Invoke(Ticket ticket) noexcept override;

 private:
  Outcome Run();
  bool GoAndComeBack();
  bool OpenStore(const std::string& user_id);
  bool StoreAnswers();

  EngineProcess& process_;
  std::string user_id_;
};

}  // namespace imsdk

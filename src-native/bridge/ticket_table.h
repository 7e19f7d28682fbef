#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "bridge/completion.h"

namespace imsdk {

/// What the engine gets as `user_data`: a slot and its generation, never an address, so that a
/// late, repeated or foreign callback finds nothing and does nothing. Never zero.
using Ticket = uintptr_t;

/// Whose call a ticket stands for.
struct TicketOwner {
  std::shared_ptr<CompletionSink> sink;
  CallId call_id = 0;
  /// Counts towards the limit of saves that are with the engine at once.
  bool is_save = false;
};

/// The calls that are with the engine. Any thread may use it.
class TicketTable {
 public:
  /// The engine's own queue is without bound and costs 3.5 KB for each waiting save; past this many
  /// it gets no faster (imsdk-behaviour.md, section 9b).
  static constexpr size_t kMaxSaves = 1024;

  /// Waits until a save may go to the engine; other calls need not wait. Call thread only.
  void WaitForRoom(bool is_save);

  /// Issues a ticket. Call thread only.
  Ticket Issue(TicketOwner owner);

  /// Takes the call that a ticket stands for; a ticket can be redeemed once.
  std::optional<TicketOwner> Redeem(Ticket ticket);

  /// Forgets one call of an owner: its callback will find nothing.
  void Cancel(const CompletionSink* sink, CallId call_id);

  /// Forgets every call of an owner that goes away.
  void CancelAll(const CompletionSink* sink);

  /// How many calls are with the engine.
  size_t Count() const;

 private:
  struct Slot {
    uintptr_t generation = 1;
    TicketOwner owner;
  };

  void Release(size_t slot);
  bool HasFreeSlot() const;

  mutable std::mutex mutex_;
  std::condition_variable room_;
  std::vector<Slot> slots_;
  std::vector<size_t> free_slots_;
  size_t saves_ = 0;
};

}  // namespace imsdk

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "bridge/completion.h"
#include "bridge/text_and_reply.h"

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
  /// For a function that fills in a text; nullptr for all others.
  std::shared_ptr<TextAndReply> text_and_reply = nullptr;
};

/// The calls that are with the engine. Any thread may use it.
class TicketTable {
 public:
  /// The engine's own queue is without bound and costs 3.5 KB for each waiting save, and past this
  /// many it gets no faster. What is urgent goes past those that wait here, and not past its queue:
  /// a commit that had to wait for 1024 saves would find it empty when it is done.
  static constexpr size_t kMaxSaves = 64;
  /// Once there are as many, the next go when so few are left: all at once, as the call thread has
  /// to be woken for them.
  static constexpr size_t kFewSaves = kMaxSaves / 2;

  /// Whether another call may go to the engine: a save, or one of the others, which have no limit
  /// but that of the tickets.
  bool HasRoom(bool for_save) const;

  /// Called, on any thread, when an answer may have made room for a call that had none. To be set
  /// before the first call.
  void OnRoom(std::function<void()> on_room);

  /// Issues a ticket.
  Ticket Issue(TicketOwner owner);

  /// Takes the call that a ticket stands for; a ticket can be redeemed once.
  std::optional<TicketOwner> Redeem(Ticket ticket);

  /// The call that a ticket stands for, which stays with the engine.
  std::optional<TicketOwner> Find(Ticket ticket) const;

  /// Forgets one call of an owner: its callback will find nothing.
  void Cancel(const CompletionSink* sink, CallId call_id);

  /// Forgets every call of an owner that goes away.
  void CancelAll(const CompletionSink* sink);

  /// The engine has ended, and will answer none of the calls: their owners are told.
  void LoseAll();

  /// How many calls are with the engine.
  size_t Count() const;

 private:
  struct Slot {
    uintptr_t generation = 1;
    TicketOwner owner;
  };

  /// Under the lock: the slot of a ticket that stands for a call.
  std::optional<size_t> SlotOf(Ticket ticket) const;

  template <class Predicate>
  void CancelIf(Predicate is_meant);

  /// True when that made room where there was none.
  bool Release(size_t slot);

  mutable std::mutex mutex_;
  std::function<void()> on_room_;
  std::vector<Slot> slots_;
  std::vector<size_t> free_slots_;
  size_t saves_ = 0;
  // From the most of them on, until few are left.
  bool has_enough_ = false;
};

}  // namespace imsdk

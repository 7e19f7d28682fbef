#include "bridge/ticket_table.h"

#include <utility>

namespace imsdk {
namespace {

// Half of the bits name the slot, half its generation; 32-bit processes get 65,536 of each.
constexpr unsigned kSlotBits = sizeof(Ticket) * 4;
constexpr Ticket kSlotMask = (Ticket{1} << kSlotBits) - 1;

Ticket Encode(size_t slot, uintptr_t generation) { return (generation << kSlotBits) | slot; }

}  // namespace

bool TicketTable::HasFreeSlot() const { return !free_slots_.empty() || slots_.size() <= kSlotMask; }

void TicketTable::WaitForRoom(bool is_save) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return HasFreeSlot() && (!is_save || saves_ < kMaxSaves); });
}

Ticket TicketTable::Issue(TicketOwner owner) {
  const std::lock_guard lock(mutex_);
  if (owner.is_save) ++saves_;
  size_t slot = slots_.size();
  if (free_slots_.empty()) {
    slots_.emplace_back();
  } else {
    slot = free_slots_.back();
    free_slots_.pop_back();
  }
  slots_[slot].owner = std::move(owner);
  return Encode(slot, slots_[slot].generation);
}

void TicketTable::Release(size_t slot) {
  Slot& released = slots_[slot];
  if (released.owner.is_save) --saves_;
  released.owner = {};
  // Generation 0 is left out: with slot 0 it would make a ticket of zero.
  released.generation = (released.generation + 1) & kSlotMask;
  if (released.generation == 0) released.generation = 1;
  free_slots_.push_back(slot);
  room_.notify_one();
}

std::optional<TicketOwner> TicketTable::Redeem(Ticket ticket) {
  const size_t slot = ticket & kSlotMask;
  const std::lock_guard lock(mutex_);
  if (slot >= slots_.size() || slots_[slot].owner.sink == nullptr ||
      Encode(slot, slots_[slot].generation) != ticket) {
    return std::nullopt;
  }
  TicketOwner owner = slots_[slot].owner;
  Release(slot);
  return owner;
}

void TicketTable::Cancel(const CompletionSink* sink, CallId call_id) {
  const std::lock_guard lock(mutex_);
  for (size_t slot = 0; slot < slots_.size(); ++slot) {
    const TicketOwner& owner = slots_[slot].owner;
    if (owner.sink.get() == sink && owner.call_id == call_id) Release(slot);
  }
}

void TicketTable::CancelAll(const CompletionSink* sink) {
  const std::lock_guard lock(mutex_);
  for (size_t slot = 0; slot < slots_.size(); ++slot) {
    if (slots_[slot].owner.sink.get() == sink) Release(slot);
  }
}

size_t TicketTable::Count() const {
  const std::lock_guard lock(mutex_);
  return slots_.size() - free_slots_.size();
}

}  // namespace imsdk

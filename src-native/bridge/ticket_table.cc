#include "bridge/ticket_table.h"

#include <utility>

namespace imsdk {
namespace {

// Half of the bits name the slot, half its generation; 32-bit processes get 65,536 of each.
constexpr unsigned kSlotBits = sizeof(Ticket) * 4;
constexpr Ticket kSlotMask = (Ticket{1} << kSlotBits) - 1;

Ticket Encode(size_t slot, uintptr_t generation) { return (generation << kSlotBits) | slot; }

}  // namespace

bool TicketTable::HasRoom(bool for_save) const {
  const std::lock_guard lock(mutex_);
  const bool has_slot = !free_slots_.empty() || slots_.size() <= kSlotMask;
  return has_slot && (!for_save || !has_enough_);
}

void TicketTable::OnRoom(std::function<void()> on_room) { on_room_ = std::move(on_room); }

Ticket TicketTable::Issue(TicketOwner owner) {
  const std::lock_guard lock(mutex_);
  if (owner.is_save && ++saves_ == kMaxSaves) has_enough_ = true;
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

bool TicketTable::Release(size_t slot) {
  Slot& released = slots_[slot];
  bool made_room = free_slots_.empty();
  if (released.owner.is_save && --saves_ == kFewSaves) {
    made_room = std::exchange(has_enough_, false) || made_room;
  }
  released.owner = {};
  // Generation 0 is left out: with slot 0 it would make a ticket of zero.
  released.generation = (released.generation + 1) & kSlotMask;
  if (released.generation == 0) released.generation = 1;
  free_slots_.push_back(slot);
  return made_room;
}

std::optional<size_t> TicketTable::SlotOf(Ticket ticket) const {
  const size_t slot = ticket & kSlotMask;
  if (slot >= slots_.size() || slots_[slot].owner.sink == nullptr ||
      Encode(slot, slots_[slot].generation) != ticket) {
    return std::nullopt;
  }
  return slot;
}

std::optional<TicketOwner> TicketTable::Find(Ticket ticket) const {
  const std::lock_guard lock(mutex_);
  const auto slot = SlotOf(ticket);
  if (!slot) return std::nullopt;
  return slots_[*slot].owner;
}

std::optional<TicketOwner> TicketTable::Redeem(Ticket ticket) {
  TicketOwner owner;
  bool made_room = false;
  {
    const std::lock_guard lock(mutex_);
    const auto slot = SlotOf(ticket);
    if (!slot) return std::nullopt;
    owner = slots_[*slot].owner;
    made_room = Release(*slot);
  }
  if (made_room && on_room_) on_room_();
  return owner;
}

void TicketTable::Cancel(const CompletionSink* sink, CallId call_id) {
  CancelIf([&](const TicketOwner& owner) {
    return owner.sink.get() == sink && owner.call_id == call_id;
  });
}

void TicketTable::CancelAll(const CompletionSink* sink) {
  CancelIf([&](const TicketOwner& owner) { return owner.sink.get() == sink; });
}

template <class Predicate>
void TicketTable::CancelIf(Predicate is_meant) {
  bool made_room = false;
  {
    const std::lock_guard lock(mutex_);
    for (size_t slot = 0; slot < slots_.size(); ++slot) {
      if (is_meant(slots_[slot].owner)) made_room = Release(slot) || made_room;
    }
  }
  if (made_room && on_room_) on_room_();
}

void TicketTable::LoseAll() {
  std::vector<TicketOwner> owners;
  CancelIf([&](const TicketOwner& owner) {
    if (owner.sink != nullptr) owners.push_back(owner);
    return owner.sink != nullptr;
  });
  for (const TicketOwner& owner : owners) {
    Completion completion;
    completion.call_id = owner.call_id;
    completion.is_lost = true;
    owner.sink->Complete(std::move(completion));
  }
}

size_t TicketTable::Count() const {
  const std::lock_guard lock(mutex_);
  return slots_.size() - free_slots_.size();
}

}  // namespace imsdk

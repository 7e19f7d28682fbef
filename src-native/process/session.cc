#include "process/session.h"

#include <utility>

namespace imsdk {

size_t Session::Uses() const {
  size_t uses = 0;
  for (const auto& [member, count] : uses_) uses += count;
  return uses;
}

void Session::Drop(Member member) {
  const auto entry = uses_.find(member);
  if (entry != uses_.end() && --entry->second == 0) uses_.erase(entry);
}

/// `phase`: what it is in until the member has opened or closed the engine.
void Session::BeginWork(Phase phase, Member member) {
  phase_ = phase;
  worker_ = member;
}

void Session::EndWork(Phase phase) {
  phase_ = phase;
  worker_ = nullptr;
}

Session::Joined Session::Join(Member member, const std::string& identity) {
  const std::lock_guard lock(mutex_);
  if (phase_ == Phase::kOpening || phase_ == Phase::kClosing) return Joined::kBusy;
  const bool is_same = identity == identity_;
  // Those who use it go on using it, also where it has been closed over their heads.
  if (!is_same && Uses() > 0) return Joined::kConflict;
  if (phase_ == Phase::kUnclear || (phase_ == Phase::kOpen && !is_same)) {
    BeginWork(Phase::kClosing, member);
    return Joined::kReplace;
  }
  if (phase_ == Phase::kOpen) {
    ++uses_[member];
    return Joined::kJoined;
  }
  BeginWork(Phase::kOpening, member);
  identity_ = identity;
  ReplaceUserId({});
  ++uses_[member];
  return Joined::kFirst;
}

void Session::Opened(Member member) {
  const std::lock_guard lock(mutex_);
  if (worker_ == member) EndWork(Phase::kOpen);
}

bool Session::Reopen(Member member) {
  const std::lock_guard lock(mutex_);
  if (phase_ != Phase::kOpen) return false;
  BeginWork(Phase::kClosing, member);
  return true;
}

Session::Left Session::Leave(Member member) {
  const std::lock_guard lock(mutex_);
  if (uses_.count(member) == 0) return Left::kLeft;
  // Who is at it would leave it open for nobody.
  if (phase_ == Phase::kOpening || phase_ == Phase::kClosing) return Left::kBusy;
  Drop(member);
  if (Uses() > 0 || phase_ == Phase::kClosed) return Left::kLeft;
  BeginWork(Phase::kClosing, member);
  return Left::kLast;
}

void Session::Closed(Member member) {
  const std::lock_guard lock(mutex_);
  if (worker_ != member) return;
  EndWork(Phase::kClosed);
  ReplaceUserId({});
  if (Uses() == 0) identity_.clear();
}

void Session::Abandon(Member member, bool engine_may_be_open) {
  const std::lock_guard lock(mutex_);
  if (worker_ != member) return;
  Drop(member);
  EndWork(engine_may_be_open ? Phase::kUnclear : Phase::kClosed);
  if (phase_ == Phase::kClosed && Uses() == 0) identity_.clear();
}

void Session::MemberEnded(Member member) {
  const std::lock_guard lock(mutex_);
  uses_.erase(member);
  if (worker_ == member) EndWork(Phase::kUnclear);
}

void Session::SetBusy(const void* channel, bool is_busy) {
  const std::lock_guard lock(mutex_);
  if (is_busy) {
    busy_channels_.insert(channel);
  } else {
    busy_channels_.erase(channel);
  }
}

bool Session::IsAnyoneBusy() const {
  const std::lock_guard lock(mutex_);
  return !busy_channels_.empty();
}

std::string Session::identity() const {
  const std::lock_guard lock(mutex_);
  return identity_;
}

std::string Session::user_id() const {
  const std::lock_guard lock(mutex_);
  return user_id_;
}

void Session::SetUserId(std::string user_id) {
  const std::lock_guard lock(mutex_);
  ReplaceUserId(std::move(user_id));
}

void Session::ReplaceUserId(std::string user_id) {
  user_id_ = std::move(user_id);
  ++revision_;
}

}  // namespace imsdk

#include "process/session.h"

#include <utility>

namespace imsdk {

size_t Session::Uses() const {
  size_t uses = 0;
  for (const auto& [member, count] : uses_) uses += count;
  return uses;
}

Session::Joined Session::Join(Member member, const std::string& identity) {
  const std::lock_guard lock(mutex_);
  switch (phase_) {
    case Phase::kOpening:
    case Phase::kClosing:
      return Joined::kBusy;
    case Phase::kOpen:
      if (identity != identity_) {
        if (Uses() > 0) return Joined::kConflict;
        phase_ = Phase::kClosing;
        worker_ = member;
        return Joined::kReplace;
      }
      ++uses_[member];
      return Joined::kJoined;
    case Phase::kClosed:
      break;
  }
  phase_ = Phase::kOpening;
  worker_ = member;
  identity_ = identity;
  user_id_.clear();
  ++uses_[member];
  return Joined::kFirst;
}

void Session::Opened(Member member) {
  const std::lock_guard lock(mutex_);
  if (worker_ != member) return;
  phase_ = Phase::kOpen;
  worker_ = nullptr;
}

bool Session::Leave(Member member) {
  const std::lock_guard lock(mutex_);
  const auto entry = uses_.find(member);
  if (entry == uses_.end()) return false;
  if (--entry->second == 0) uses_.erase(entry);
  if (phase_ != Phase::kOpen || Uses() > 0) return false;
  phase_ = Phase::kClosing;
  worker_ = member;
  return true;
}

void Session::Closed(Member member) {
  const std::lock_guard lock(mutex_);
  if (worker_ != member) return;
  phase_ = Phase::kClosed;
  worker_ = nullptr;
  identity_.clear();
  user_id_.clear();
}

void Session::Abandon(Member member) {
  const std::lock_guard lock(mutex_);
  if (worker_ != member) return;
  uses_.erase(member);
  phase_ = Phase::kClosed;
  worker_ = nullptr;
  identity_.clear();
}

void Session::MemberEnded(Member member) {
  const std::lock_guard lock(mutex_);
  uses_.erase(member);
  if (worker_ != member) return;
  // It may have got as far as TIMInit or not as far as TIMUninit: the next to come treats the
  // engine as open, which is right for both, as it waits until the engine answers.
  phase_ = Phase::kOpen;
  worker_ = nullptr;
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
  user_id_ = std::move(user_id);
}

}  // namespace imsdk

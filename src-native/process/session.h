#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace imsdk {

/// Which engine session the process has, and who takes part in it. The engine is a singleton of the
/// process, so that clients of every JavaScript environment (main thread and workers, copies of the
/// package) have to agree; each of them does the work, and this is where they agree. Any thread.
class Session {
 public:
  /// A JavaScript environment, compared only.
  using Member = const void*;

  enum class Joined {
    kFirst,     // the caller opens the engine, then says Opened or Abandon
    kJoined,    // it is open
    kBusy,      // another member is opening or closing it: ask again in a moment
    kConflict,  // it is open with another identity
    kReplace,   // it is open and of no use as it is: close it, then ask again
  };

  /// `identity` says what must be the same to share an engine: app id, store, mode.
  Joined Join(Member member, const std::string& identity);
  void Opened(Member member);

  /// True when it is open: the caller closes it and opens it again, then says Opened or Abandon. To
  /// those who use it, it stays the same.
  bool Reopen(Member member);

  enum class Left {
    kLeft,
    kLast,  // the caller closes the engine, then says Closed
    kBusy,  // another member is opening or closing it: ask again in a moment
  };
  Left Leave(Member member);
  void Closed(Member member);

  /// The member that was opening the engine failed to, and does not use it.
  /// `engine_may_be_open`: whoever comes next has to close it first.
  void Abandon(Member member, bool engine_may_be_open);

  /// An environment ended: whatever it held is given up. The engine stays as it is; where the
  /// environment was opening or closing it, nobody knows how far that got.
  void MemberEnded(Member member);

  /// Whether a member is closing the engine, for good or to open it again: the engine would never
  /// answer calls made now. Without waiting for anybody.
  bool is_closing() const { return phase_ == Phase::kClosing; }

  /// The engine has ended: it has committed all that it had acknowledged.
  void EngineEnded() { ++endings_; }
  /// How often it has; without waiting for anybody.
  uint32_t endings() const { return endings_; }

  /// Whether a channel of some environment has calls that somebody waits for: who closes the engine
  /// lets them be answered first.
  void SetBusy(const void* channel, bool is_busy);
  bool IsAnyoneBusy() const;

  std::string identity() const;
  /// Who is logged in, as long as the session lasts; empty for nobody.
  std::string user_id() const;
  void SetUserId(std::string user_id);
  /// Another number than before where `user_id` may be another; without waiting for anybody.
  uint32_t revision() const { return revision_; }

 private:
  enum class Phase {
    kClosed,
    kOpening,
    kOpen,
    kClosing,  // for good, or to be opened again
    kUnclear,  // open, closed or half-way: to be closed before anything else
  };

  // All under the lock.
  size_t Uses() const;
  void Drop(Member member);
  void BeginWork(Phase phase, Member member);
  void EndWork(Phase phase);
  void ReplaceUserId(std::string user_id);

  mutable std::mutex mutex_;
  std::atomic<uint32_t> revision_ = 0;
  std::atomic<uint32_t> endings_ = 0;
  // Changed under the lock, and read without.
  std::atomic<Phase> phase_ = Phase::kClosed;
  std::string identity_;
  std::string user_id_;
  std::map<Member, size_t> uses_;
  // Who is opening or closing.
  Member worker_ = nullptr;
  std::set<const void*> busy_channels_;
};

}  // namespace imsdk

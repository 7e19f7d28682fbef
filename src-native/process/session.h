#pragma once

#include <map>
#include <mutex>
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
    kReplace,   // nobody uses it, but it is open with another identity: close it, then open it
  };

  /// `identity` says what must be the same to share an engine: app id, store, mode.
  Joined Join(Member member, const std::string& identity);
  void Opened(Member member);

  /// True when the caller was the last: it closes the engine, then says Closed.
  bool Leave(Member member);
  void Closed(Member member);

  /// The member that was opening the engine failed to: nobody has it open now.
  void Abandon(Member member);

  /// An environment ended: whatever it held is given up. The engine stays as it is.
  void MemberEnded(Member member);

  std::string identity() const;
  /// Who is logged in, as long as the session lasts; empty for nobody.
  std::string user_id() const;
  void SetUserId(std::string user_id);

 private:
  enum class Phase { kClosed, kOpening, kOpen, kClosing };

  size_t Uses() const;

  mutable std::mutex mutex_;
  Phase phase_ = Phase::kClosed;
  std::string identity_;
  std::string user_id_;
  std::map<Member, size_t> uses_;
  // Who is opening or closing.
  Member worker_ = nullptr;
};

}  // namespace imsdk

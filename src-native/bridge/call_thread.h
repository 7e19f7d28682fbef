#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

#include "bridge/completion.h"
#include "bridge/ticket_table.h"

namespace imsdk {

/// What a native function came to when it returned.
struct Returned {
  int32_t code = 0;
  /// For functions that return or fill a string; UTF-8.
  std::string text;
};

/// One call with its arguments, copied from JavaScript: all that the call thread needs.
class NativeCall {
 public:
  NativeCall() = default;
  NativeCall(const NativeCall&) = delete;
  NativeCall& operator=(const NativeCall&) = delete;
  virtual ~NativeCall() = default;

  /// Makes the call. `ticket` goes along as user data where a callback will follow.
  virtual Returned Invoke(Ticket ticket) noexcept = 0;

  /// Whether an accepted call is answered by a callback; otherwise its return is the answer.
  virtual bool HasReply() const noexcept = 0;

  /// Whether a call with a reply also fills in a text by the time it returns, a message's id.
  virtual bool FillsText() const noexcept { return false; }
};

/// A call on its way to the engine.
struct QueuedCall {
  std::unique_ptr<NativeCall> call;
  std::shared_ptr<CompletionSink> sink;
  CallId id = 0;
  bool is_save = false;
  /// Goes before those that are not: what settles saves must not wait behind a long queue of more.
  bool is_urgent = false;
};

/// The one thread that calls the engine, in the order of submission (urgent calls first, among
/// themselves in order too). It never ends: a process may
/// exit at any moment without waiting for it.
class CallThread {
 public:
  explicit CallThread(TicketTable& tickets);

  /// Queues a call; starts the thread when it is the first. Any thread.
  void Submit(QueuedCall call);

  /// How many calls wait here. Any thread.
  size_t Waiting() const;

 private:
  [[noreturn]] void Run();
  QueuedCall Next();
  bool CanTakeNext() const;
  void Make(QueuedCall queued);

  TicketTable& tickets_;
  std::mutex mutex_;
  // A call was submitted, or a call that the engine answered made room for the next.
  std::condition_variable changed_;
  std::deque<QueuedCall> urgent_;
  std::deque<QueuedCall> queue_;
  // Of both queues together; changed under the lock, and read without.
  std::atomic<size_t> waiting_ = 0;
  bool started_ = false;
};

}  // namespace imsdk

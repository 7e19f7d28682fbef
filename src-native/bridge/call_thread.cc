#include "bridge/call_thread.h"

#include <utility>

#include "bridge/text.h"
#include "bridge/thread_start.h"

namespace imsdk {
namespace {

// The engine parses JSON by recursion, about 1 KB of stack a level (imsdk-behaviour.md, section 5).
constexpr size_t kStackBytes = size_t{8} * 1024 * 1024;

}  // namespace

void CallThread::Submit(QueuedCall call) {
  bool start = false;
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(call));
    start = !std::exchange(started_, true);
  }
  if (start) StartThread("imsdk-call", kStackBytes, [this] { Run(); });
  submitted_.notify_one();
}

size_t CallThread::Waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

QueuedCall CallThread::Next() {
  std::unique_lock lock(mutex_);
  submitted_.wait(lock, [&] { return !queue_.empty(); });
  QueuedCall next = std::move(queue_.front());
  queue_.pop_front();
  return next;
}

void CallThread::Run() {
  while (true) Make(Next());
}

void CallThread::Make(QueuedCall queued) {
  const bool has_reply = queued.call->HasReply();
  if (has_reply) tickets_.WaitForRoom(queued.is_save);
  if (!queued.sink->ShouldStart(queued.id)) return;

  // The ticket exists before the call: the callback may come from inside it.
  const Ticket ticket =
      has_reply ? tickets_.Issue({queued.sink, queued.id, queued.is_save}) : Ticket{0};
  const Returned returned = queued.call->Invoke(ticket);
  if (has_reply) {
    // Accepted: the callback answers, or has answered. Refused: the return is the answer, and a
    // callback that came or comes all the same finds its ticket gone.
    if (returned.code == 0 || !tickets_.Redeem(ticket)) return;
  }
  Completion completion;
  completion.call_id = queued.id;
  completion.code = returned.code;
  completion.json = DecodeUtf8(returned.text);
  queued.sink->Complete(std::move(completion));
}

}  // namespace imsdk

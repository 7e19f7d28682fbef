#include "bridge/call_thread.h"

#include <utility>

#include "bridge/look_out.h"
#include "bridge/text.h"
#include "bridge/thread_start.h"

namespace imsdk {
namespace {

// The engine parses JSON by recursion, about 1 KB of stack a level (imsdk-behaviour.md, section 5).
constexpr size_t kStackBytes = size_t{8} * 1024 * 1024;

/// A function that fills in a text has returned, and is not refused.
void OnFilledText(const QueuedCall& queued, TextAndReply& text_and_reply, const std::string& text) {
  if (!text.empty()) {
    Completion interim;
    interim.call_id = queued.id;
    interim.is_interim = true;
    interim.message_id = DecodeUtf8(text);
    queued.sink->Complete(std::move(interim));
  }
  if (auto reply = text_and_reply.OnReturn(text)) queued.sink->Complete(std::move(*reply));
}

}  // namespace

CallThread::CallThread(TicketTable& tickets) : tickets_(tickets) {
  tickets_.OnRoom([this] {
    // Taking the lock orders this after a wait that has just begun.
    const std::lock_guard lock(mutex_);
    changed_.notify_one();
  });
}

void CallThread::Submit(QueuedCall call) {
  bool start = false;
  {
    const std::lock_guard lock(mutex_);
    std::deque<QueuedCall>& queue = call.is_urgent ? urgent_ : queue_;
    queue.push_back(std::move(call));
    ++waiting_;
    start = !std::exchange(started_, true);
  }
  if (start) StartThread("imsdk-call", kStackBytes, [this] { Run(); });
  changed_.notify_one();
}

size_t CallThread::Waiting() const { return waiting_; }

bool CallThread::CanTakeNext() const {
  const auto may_go = [&](const std::deque<QueuedCall>& queue) {
    return !queue.empty() && tickets_.HasRoom(queue.front().is_save);
  };
  return may_go(urgent_) || may_go(queue_);
}

QueuedCall CallThread::Next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return CanTakeNext(); });
  std::deque<QueuedCall>& queue = urgent_.empty() ? queue_ : urgent_;
  QueuedCall next = std::move(queue.front());
  queue.pop_front();
  --waiting_;
  return next;
}

void CallThread::Run() {
  LookOut look_out;
  size_t out_before_last = 0;
  while (true) {
    look_out.Await(waiting_);
    QueuedCall next = Next();
    const size_t out = tickets_.Count();
    look_out.Came(out <= out_before_last);
    out_before_last = out;
    Make(std::move(next));
  }
}

void CallThread::Make(QueuedCall queued) {
  const bool has_reply = queued.call->HasReply();
  if (!queued.sink->ShouldStart(queued.id, queued.is_urgent)) return;

  // The ticket exists before the call: the callback may come from inside it.
  const auto text_and_reply =
      has_reply && queued.call->FillsText() ? std::make_shared<TextAndReply>() : nullptr;
  const Ticket ticket =
      has_reply ? tickets_.Issue({queued.sink, queued.id, queued.is_save, text_and_reply})
                : Ticket{0};
  const Returned returned = queued.call->Invoke(ticket);
  if (has_reply) {
    // Accepted: the callback answers, or has answered. Refused: the return is the answer, and a
    // callback that comes all the same finds its ticket gone; one that has come is the answer.
    if (returned.code == 0 || !tickets_.Redeem(ticket)) {
      if (text_and_reply) OnFilledText(queued, *text_and_reply, returned.text);
      return;
    }
  }
  Completion completion;
  completion.call_id = queued.id;
  completion.code = returned.code;
  completion.json = DecodeUtf8(returned.text);
  queued.sink->Complete(std::move(completion));
}

}  // namespace imsdk

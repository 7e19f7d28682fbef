#pragma once

#include <napi.h>

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <variant>
#include <vector>

#include "bridge/completion.h"
#include "bridge/completion_records.h"
#include "bridge/event.h"
#include "bridge/ticket_table.h"

struct uv_handle_s;

namespace imsdk {

/// Brings completions and events from any thread to one JavaScript environment, in order, and calls
/// its functions with each.
///
/// Completions are as many as the calls that JavaScript has made. Events are not, so that those
/// that wait for a busy environment are limited: what comes on top is dropped, and counted.
///
/// Built on a uv_async rather than a thread-safe function, by measurement: a thread-safe function
/// that is called again while it drains goes on without returning to the event loop (delays of
/// 180 ms at 256 in flight), and of the prototypes only a uv_async with a cleanup hook survived
/// every way in which a worker can end.
///
/// While many calls are with the engine the channel polls instead of being woken for each answer: a
/// wake-up costs the engine's thread a system call, and this one a turn of the event loop.
class CompletionChannel final : public CompletionSink,
                                public EventSink,
                                public std::enable_shared_from_this<CompletionChannel> {
 public:
  /// How many events may wait, and how large their texts may be together; one may always wait.
  static constexpr size_t kMaxEvents = 65'536;
  static constexpr size_t kMaxEventBytes = size_t{64} * 1024 * 1024;

  /// Stands where events are missing: how many, by event.
  using Dropped = std::map<size_t, size_t>;
  using Delivery = std::variant<Completion, std::shared_ptr<const Event>, Dropped>;

  /// What is dispatched without other JavaScript in between. A group ends where an event follows a
  /// completion: what that one resumes comes before the event.
  using Group = std::vector<Delivery>;

  /// `dispatch(count, texts, page)`: so many completions, in `records` (CompletionRecords); the
  /// page (TextPage) has the JSON that is not among the texts, where there is any.
  /// `onEvent(event, values, exactIntegers)`, the last only where a value has any;
  /// `onDropped(event, count)`, where events are missing, for each kind.
  /// JavaScript thread, as are all methods that are not a sink's. Returns nullptr with a pending
  /// exception when the event loop cannot be had.
  /// `tickets`: what is with the engine; must outlive the channel.
  static std::shared_ptr<CompletionChannel> Open(Napi::Env env, Napi::ArrayBuffer records,
                                                 Napi::Function dispatch, Napi::Function on_event,
                                                 Napi::Function on_dropped,
                                                 const TicketTable& tickets);

  /// Whether the process stays alive for this channel: yes while calls are pending.
  void Ref();
  void Unref();

  /// Drops a call that has not reached the engine. False when it has: its completion may still
  /// come.
  bool Cancel(CallId id);

  /// Nothing is delivered from now on. What `until_closed` keeps is let go when the event loop has
  /// let go of the handles.
  void Close(const std::shared_ptr<void>& until_closed);

  bool ShouldStart(CallId id, bool is_urgent) noexcept override;
  void Complete(Completion completion) noexcept override;
  void Notify(std::shared_ptr<const Event> event) noexcept override;

 private:
  CompletionChannel(Napi::Env env, Napi::ArrayBuffer records, Napi::Function dispatch,
                    Napi::Function on_event, Napi::Function on_dropped, const TicketTable& tickets);

  /// Under the lock.
  void Push(Delivery delivery);

  /// False when nothing more is waiting.
  bool TakeGroup(Group& group);

  void Drain();
  void AwaitMore(size_t dispatched);
  void DispatchGroup(Group& group);
  void DispatchRecords(napi_value page);
  void Dispatch(const std::shared_ptr<const Event>& event);
  void Dispatch(const Dropped& dropped);
  void Call(const Napi::FunctionReference& function, size_t count, const napi_value* arguments);

  Napi::Env env_;
  CompletionRecords records_;
  Napi::FunctionReference dispatch_;
  Napi::FunctionReference on_event_;
  Napi::FunctionReference on_dropped_;
  // Gone with Close: what JavaScript holds must not outlive the environment, and a channel can.
  std::unique_ptr<Napi::AsyncContext> context_;
  const TicketTable& tickets_;
  // Owned by the event loop from Open to the end of Close, as their kind demands.
  uv_handle_s* async_ = nullptr;
  uv_handle_s* timer_ = nullptr;

  std::mutex mutex_;
  std::deque<Delivery> deliveries_;
  size_t waiting_events_ = 0;
  size_t waiting_event_bytes_ = 0;
  // What the Dropped in deliveries_ will tell; empty when there is none.
  Dropped dropped_;
  // The loop will drain without being told: a wake-up is under way, or it polls.
  bool will_drain_ = false;
  bool closed_ = false;
  // Calls reach the engine in the order of their ids, so that one number tells which have. (Urgent
  // ones do not: of them it is not known.)
  CallId last_started_ = 0;
  std::set<CallId> cancelled_;
};

}  // namespace imsdk

#pragma once

#include <napi.h>

#include <deque>
#include <memory>
#include <mutex>
#include <set>

#include "bridge/completion.h"
#include "bridge/ticket_table.h"

struct uv_handle_s;

namespace imsdk {

/// Brings completions from any thread to one JavaScript environment, and calls its dispatch
/// function with each.
///
/// Built on a uv_async rather than a thread-safe function, by measurement: a thread-safe function
/// that is called again while it drains goes on without returning to the event loop (delays of
/// 180 ms at 256 in flight), and of the prototypes only a uv_async with a cleanup hook survived
/// every way in which a worker can end.
///
/// While many calls are with the engine the channel polls instead of being woken for each answer: a
/// wake-up costs the engine's thread a system call, and this one a turn of the event loop.
class CompletionChannel final : public CompletionSink,
                                public std::enable_shared_from_this<CompletionChannel> {
 public:
  /// `dispatch(callId, code, desc, json, exactIntegers, messageId, conversationId, storeFailures,
  /// isInterim)`.
  /// JavaScript thread, as are all methods that are not a sink's. Returns nullptr with a pending
  /// exception when the event loop cannot be had.
  /// `tickets`: what is with the engine; must outlive the channel.
  static std::shared_ptr<CompletionChannel> Open(Napi::Env env, Napi::Function dispatch,
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

 private:
  CompletionChannel(Napi::Env env, Napi::Function dispatch, const TicketTable& tickets);

  void Drain();
  void AwaitMore(size_t dispatched);
  bool TakeOne(Completion& completion);
  void Dispatch(const Completion& completion);

  Napi::Env env_;
  Napi::FunctionReference dispatch_;
  // Gone with Close: what JavaScript holds must not outlive the environment, and a channel can.
  std::unique_ptr<Napi::AsyncContext> context_;
  const TicketTable& tickets_;
  // Owned by the event loop from Open to the end of Close, as their kind demands.
  uv_handle_s* async_ = nullptr;
  uv_handle_s* timer_ = nullptr;

  std::mutex mutex_;
  std::deque<Completion> completed_;
  // The loop will drain without being told: a wake-up is under way, or it polls.
  bool will_drain_ = false;
  bool closed_ = false;
  // Calls reach the engine in the order of their ids, so that one number tells which have. (Urgent
  // ones do not: of them it is not known.)
  CallId last_started_ = 0;
  std::set<CallId> cancelled_;
};

}  // namespace imsdk

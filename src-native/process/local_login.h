#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "bridge/completion.h"

namespace imsdk {

/// Keeps the engine logging in while it has no network. The engine accepts saves while a login is
/// under way, and gives up after 30 seconds (imsdk-behaviour.md, section 2); it queues logins, so
/// that one waiting behind the current one leaves no gap. Renewal happens here and not in
/// JavaScript, where a busy event loop or the end of a worker would let the login lapse.
class LocalLogin final : public CompletionSink, public std::enable_shared_from_this<LocalLogin> {
 public:
  /// Starts logging in as `user_id`, and goes on until Stop. Any thread.
  void Start(std::string user_id);

  /// No renewal from now on, and nothing more is heard of the logins under way. Any thread.
  void Stop();

  bool ShouldStart(CallId id, bool is_urgent) noexcept override;
  void Complete(Completion completion) noexcept override;

 private:
  void LogIn(CallId generation);

  std::mutex mutex_;
  std::string user_id_;
  // Counts the starts; 0 while stopped, so that a login of an earlier start is not renewed.
  CallId generation_ = 0;
  CallId starts_ = 0;
};

}  // namespace imsdk

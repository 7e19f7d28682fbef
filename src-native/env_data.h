#pragma once

#include <napi.h>

#include <memory>
#include <string>

#include "bridge/completion_channel.h"

namespace imsdk {

/// What one JavaScript environment (the main thread, or a worker) owns of the addon. Lives from the
/// moment the addon is required until the environment ends, which can be any moment: worker.terminate,
/// process.exit, a crash in JavaScript.
class EnvData {
 public:
  /// Makes it the environment's instance data and hooks its end.
  static EnvData* Attach(Napi::Env env);

  const std::shared_ptr<CompletionChannel>& channel() const { return channel_; }
  void set_channel(std::shared_ptr<CompletionChannel> channel) { channel_ = std::move(channel); }

  /// Arguments are copied through here: it grows to the largest and is not allocated for each.
  std::string& scratch() { return scratch_; }

 private:
  static void OnEnvironmentEnd(napi_async_cleanup_hook_handle hook, void* data);

  std::shared_ptr<CompletionChannel> channel_;
  std::string scratch_;
};

}  // namespace imsdk

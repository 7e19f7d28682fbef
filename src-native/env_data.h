#pragma once

#include <napi.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "bridge/completion_channel.h"

namespace imsdk {

/// What one JavaScript environment (the main thread, or a worker) owns of the addon. Lives from the
/// moment the addon is required until the environment ends, which can be any moment:
/// worker.terminate, process.exit, a crash in JavaScript.
class EnvData {
 public:
  /// Makes it the environment's instance data and hooks its end.
  static EnvData* Attach(Napi::Env env);

  /// An environment has a channel for each copy of the JavaScript part that it has loaded: a vm
  /// context or a test runner makes several. JavaScript names them by the number that this returns.
  uint32_t AddChannel(std::shared_ptr<CompletionChannel> channel);
  const std::shared_ptr<CompletionChannel>& channel(uint32_t number) const {
    return channels_[number];
  }

 private:
  static void OnEnvironmentEnd(napi_async_cleanup_hook_handle hook, void* data);

  std::vector<std::shared_ptr<CompletionChannel>> channels_;
};

}  // namespace imsdk

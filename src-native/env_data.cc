#include "env_data.h"

#include <utility>

#include "process/engine_process.h"
#include "process/run_loop_pump.h"

namespace imsdk {

EnvData* EnvData::Attach(Napi::Env env) {
  auto data = std::make_unique<EnvData>();
  EnvData* attached = data.get();
  // Node frees the instance data after the cleanup hooks have run.
  env.SetInstanceData(data.release());
  napi_add_async_cleanup_hook(env, OnEnvironmentEnd, attached, nullptr);
  PumpMainRunLoop(env);
  return attached;
}

uint32_t EnvData::AddChannel(std::shared_ptr<CompletionChannel> channel) {
  channels_.push_back(std::move(channel));
  return static_cast<uint32_t>(channels_.size() - 1);
}

void EnvData::OnEnvironmentEnd(napi_async_cleanup_hook_handle hook, void* data) {
  auto* self = static_cast<EnvData*>(data);
  EngineProcess& process = EngineProcess::Instance();
  process.session().MemberEnded(self);
  // Node goes on turning the loop until the hook is removed, so that the handles can close: it is
  // removed when the last of them, and this function, let go of it.
  const std::shared_ptr<void> removal(hook, [](void* held) {
    napi_remove_async_cleanup_hook(static_cast<napi_async_cleanup_hook_handle>(held));
  });
  for (const auto& channel : self->channels_) {
    process.session().SetBusy(channel.get(), false);
    process.tickets().CancelAll(channel.get());
    process.events().Forget(channel.get());
    channel->Close(removal);
  }
  self->channels_.clear();
}

}  // namespace imsdk

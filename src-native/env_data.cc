#include "env_data.h"

#include "process/engine_process.h"

namespace imsdk {

EnvData* EnvData::Attach(Napi::Env env) {
  auto data = std::make_unique<EnvData>();
  EnvData* attached = data.get();
  // Node frees the instance data after the cleanup hooks have run.
  env.SetInstanceData(data.release());
  napi_add_async_cleanup_hook(env, OnEnvironmentEnd, attached, nullptr);
  return attached;
}

void EnvData::OnEnvironmentEnd(napi_async_cleanup_hook_handle hook, void* data) {
  auto* self = static_cast<EnvData*>(data);
  EngineProcess& process = EngineProcess::Instance();
  process.session().MemberEnded(self);
  if (self->channel_ == nullptr) {
    napi_remove_async_cleanup_hook(hook);
    return;
  }
  process.tickets().CancelAll(self->channel_.get());
  // Node goes on turning the loop until the hook is removed, so that the handle can close.
  self->channel_->Close([hook] { napi_remove_async_cleanup_hook(hook); });
  self->channel_.reset();
}

}  // namespace imsdk

// The scripted engine is a Node.js addon as well: a test's door into it, for what cannot go through
// the engine's own functions because the thread that calls them is blocked, and for callbacks on
// the JavaScript thread.

#include <node_api.h>

#include "scripted_engine_state.h"

namespace {

/// deliver(): makes the callbacks that wait for a JavaScript thread, here and now; how many.
napi_value Deliver(napi_env env, napi_callback_info) {
  napi_value count = nullptr;
  napi_create_int32(env, scripted::Engine::Instance().delivery.Deliver(), &count);
  return count;
}

/// release(): lets blocked calls go on.
napi_value Release(napi_env, napi_callback_info) {
  scripted::Engine::Instance().Release();
  return nullptr;
}

void Add(napi_env env, napi_value exports, const char* name, napi_callback function) {
  napi_value value = nullptr;
  napi_create_function(env, name, NAPI_AUTO_LENGTH, function, nullptr, &value);
  napi_set_named_property(env, exports, name, value);
}

}  // namespace

NAPI_MODULE_INIT() {
  Add(env, exports, "deliver", Deliver);
  Add(env, exports, "release", Release);
  return exports;
}

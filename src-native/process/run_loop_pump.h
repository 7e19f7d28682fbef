#pragma once

#include <node_api.h>

namespace imsdk {

/// Turns the main thread's run loop while nobody else does, from the event loop of `env`.
///
/// On macOS the engine hands its callbacks to the main thread's run loop, by its headers. Electron
/// turns that loop; plain Node waits in libuv instead, and no callback would ever come. (TIMInit
/// takes a `sdk_config_main_thread_id`, undocumented beyond its name, that could make this
/// needless. Neither has been run.) JavaScript thread; does nothing on any but the main one, and
/// nothing the second time.
#ifdef __APPLE__
void PumpMainRunLoop(napi_env env);
#else
inline void PumpMainRunLoop(napi_env) {}
#endif

}  // namespace imsdk

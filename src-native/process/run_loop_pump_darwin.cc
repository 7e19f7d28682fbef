#ifdef __APPLE__

#include "process/run_loop_pump.h"

#include <dlfcn.h>
#include <pthread.h>

#include <new>

#include "bridge/uv_abi.h"
#include "process/engine_process.h"

namespace imsdk {
namespace {

// How often to look, in milliseconds: nothing tells libuv that the run loop has something to do.
constexpr uint64_t kWhileCallsAreOut = 1;
constexpr uint64_t kOtherwise = 10;  // for events that the engine sends by itself

// One turn of the event loop hands over at most so many of the run loop's sources.
constexpr int kMostSources = 64;

/// What is used of Core Foundation, found at run time: the engine loads it anyhow, and whoever
/// cross-compiles has neither its headers nor its library.
struct RunLoop {
  using Ref = void*;

  template <class Pointer>
  void Find(Pointer& pointer, const char* name) {
    pointer = reinterpret_cast<Pointer>(dlsym(library, name));
    complete = complete && pointer != nullptr;
  }

  RunLoop() {
    Find(get_main, "CFRunLoopGetMain");
    Find(copy_current_mode, "CFRunLoopCopyCurrentMode");
    Find(run_in_mode, "CFRunLoopRunInMode");
    Find(release, "CFRelease");
    Find(default_mode, "kCFRunLoopDefaultMode");
  }

  /// Whether somebody further up this thread's stack turns the loop already: Electron does.
  bool IsTurning() const {
    const void* mode = copy_current_mode(get_main());
    if (mode == nullptr) return false;
    release(mode);
    return true;
  }

  void TurnOnce() const {
    constexpr int32_t kHandledSource = 4;
    for (int i = 0; i < kMostSources; ++i) {
      if (run_in_mode(*default_mode, 0, 1) != kHandledSource) return;
    }
  }

  void* library = dlopen("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation",
                         RTLD_LAZY | RTLD_LOCAL);
  bool complete = library != nullptr;
  Ref (*get_main)() = nullptr;
  const void* (*copy_current_mode)(Ref loop) = nullptr;
  int32_t (*run_in_mode)(const void* mode, double seconds,
                         unsigned char return_after_source) = nullptr;
  void (*release)(const void* object) = nullptr;
  const void* const* default_mode = nullptr;
};

const RunLoop& MainRunLoop() {
  static const RunLoop run_loop;
  return run_loop;
}

void Turn(uv_handle_s* timer) {
  const RunLoop& run_loop = MainRunLoop();
  if (!run_loop.IsTurning()) run_loop.TurnOnce();
  const bool calls_are_out = EngineProcess::Instance().tickets().Count() > 0;
  uv_timer_start(timer, Turn, calls_are_out ? kWhileCallsAreOut : kOtherwise, 0);
}

/// The environment ends; it waits until its loop has let go of the timer.
void OnEnvironmentEnd(napi_async_cleanup_hook_handle hook, void* timer) {
  auto* handle = static_cast<uv_handle_s*>(timer);
  uv_handle_set_data(handle, hook);
  uv_close(handle, [](uv_handle_s* closed) {
    napi_remove_async_cleanup_hook(
        static_cast<napi_async_cleanup_hook_handle>(uv_handle_get_data(closed)));
    ::operator delete(closed);
  });
}

}  // namespace

void PumpMainRunLoop(napi_env env) {
  static bool is_started = false;
  if (pthread_main_np() == 0 || is_started || !MainRunLoop().complete) return;
  is_started = true;
  uv_loop_s* loop = nullptr;
  if (napi_get_uv_event_loop(env, &loop) != napi_ok) return;
  auto* timer = static_cast<uv_handle_s*>(::operator new(uv_handle_size(kUvTimer)));
  uv_timer_init(loop, timer);
  uv_timer_start(timer, Turn, kOtherwise, 0);
  uv_unref(timer);
  napi_add_async_cleanup_hook(env, OnEnvironmentEnd, timer, nullptr);
}

}  // namespace imsdk

#endif

#pragma once

// The few functions of libuv that the channel needs, declared in our own words: they are exported
// by Node and Electron, part of libuv's stable 1.x ABI, and not part of the Node-API headers that
// cmake-js builds with. A handle is created at the size that uv_handle_size tells at run time.

#include <cstddef>
#include <cstdint>

#ifdef _WIN32
#define IMSDK_UV_EXTERN __declspec(dllimport)
#else
#define IMSDK_UV_EXTERN
#endif

// NOLINTBEGIN(readability-identifier-naming): libuv's names
struct uv_loop_s;
struct uv_handle_s;

extern "C" {
IMSDK_UV_EXTERN size_t uv_handle_size(int type);
IMSDK_UV_EXTERN int uv_async_init(uv_loop_s* loop, uv_handle_s* async,
                                  void (*callback)(uv_handle_s* async));
IMSDK_UV_EXTERN int uv_async_send(uv_handle_s* async);
IMSDK_UV_EXTERN int uv_timer_init(uv_loop_s* loop, uv_handle_s* timer);
IMSDK_UV_EXTERN int uv_timer_start(uv_handle_s* timer, void (*callback)(uv_handle_s* timer),
                                   uint64_t timeout_ms, uint64_t repeat_ms);
IMSDK_UV_EXTERN void uv_close(uv_handle_s* handle, void (*callback)(uv_handle_s* handle));
IMSDK_UV_EXTERN void uv_ref(uv_handle_s* handle);
IMSDK_UV_EXTERN void uv_unref(uv_handle_s* handle);
IMSDK_UV_EXTERN void* uv_handle_get_data(const uv_handle_s* handle);
IMSDK_UV_EXTERN void uv_handle_set_data(uv_handle_s* handle, void* data);
}

constexpr int kUvAsync = 1;   // UV_ASYNC
constexpr int kUvTimer = 13;  // UV_TIMER
// NOLINTEND(readability-identifier-naming)

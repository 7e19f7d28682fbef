#pragma once

// The engine's C ABI, declared in our own words: nothing of the vendor's headers is needed to
// build.

#include <cstdint>

namespace imsdk::sdk {

/// What every asynchronous engine function calls back with, on a thread of the engine's, or on the
/// calling thread before the function returns. `user_data` is what the caller handed in, untouched.
using ReplyCallback = void (*)(int32_t code, const char* desc, const char* json,
                               const void* user_data);

/// Two of the functions report progress through the same callback, with this as its `desc`.
constexpr char kProgressDesc[] = "downloading";

/// What TIMMsgGetGroupMessageReadMemberList calls back with; there is no code.
using MemberListCallback = void (*)(const char* json_members, uint64_t next_seq, bool is_finished,
                                    const void* user_data);

/// Receives the engine's log, on any of its threads.
using LogCallback = void (*)(int32_t level, const char* line, const void* user_data);
using SetLogCallback = void (*)(LogCallback callback, const void* user_data);

/// What an engine function returns when it was accepted; its callback, if it has one, will follow.
constexpr int32_t kAccepted = 0;

}  // namespace imsdk::sdk

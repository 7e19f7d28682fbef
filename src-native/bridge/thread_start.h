#pragma once

#include <cstddef>
#include <functional>

namespace imsdk {

/// Starts a detached, named thread with a stack of its own size (std::thread has no say in that).
/// Ends the process with a message when the system refuses one: nothing can work without it.
void StartThread(const char* name, size_t stack_bytes, std::function<void()> body);

}  // namespace imsdk

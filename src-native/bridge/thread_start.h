#pragma once

#include <cstddef>
#include <functional>

namespace imsdk {

/// Starts a detached, named thread with a stack of its own size (std::thread has no say in that).
/// On Linux it leaves the processor to the caller's thread where both want it, and so do all that
/// it starts itself: the engine's, which are busy for as long as there is anything to store.
/// Ends the process with a message when the system refuses one: nothing can work without it.
void StartThread(const char* name, size_t stack_bytes, std::function<void()> body);

}  // namespace imsdk

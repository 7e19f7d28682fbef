#pragma once

namespace imsdk {

/// Keeps the addon's code in memory until the process ends, although Node unloads an addon with the
/// last environment that uses it: the engine, and other copies of this package, may call into it
/// after that. Any thread.
#ifdef __linux__
inline void StayMapped() {}  // the linker's `-z nodelete` does it
#else
void StayMapped();
#endif

}  // namespace imsdk

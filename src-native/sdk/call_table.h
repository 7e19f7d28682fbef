#pragma once

#include <cstddef>

#include "sdk/signature.h"

namespace imsdk::sdk {

/// Every engine function that JavaScript can call; JavaScript names them by their index.
extern const EngineFunction* const kCallTable;
extern const size_t kCallTableSize;

}  // namespace imsdk::sdk

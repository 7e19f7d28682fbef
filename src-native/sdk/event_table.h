#pragma once

#include <cstddef>

#include "sdk/event_signature.h"

namespace imsdk::sdk {

/// Every event that JavaScript can listen to; JavaScript names them by their index.
extern const EngineEvent* const kEventTable;
extern const size_t kEventTableSize;

/// Its callback is the log watch's too, which keeps it registered and hands the event on.
constexpr std::string_view kLogSetter = "TIMSetLogCallback";

}  // namespace imsdk::sdk

#include "log.h"

#include "scripted_engine.h"
#include "scripted_engine_state.h"

namespace scripted {

void Log::SetCallback(imsdk::sdk::LogCallback callback, const void* user_data) {
  const std::lock_guard lock(mutex_);
  callback_ = callback;
  user_data_ = user_data;
}

void Log::ReportLostMessage() {
  constexpr int32_t kError = 6;
  const std::lock_guard lock(mutex_);
  if (callback_ != nullptr) callback_(kError, "InsertMessage failed", user_data_);
}

}  // namespace scripted

// Not in the addon's call table: its callback comes again and again, and JavaScript never calls it.
extern "C" IMSDK_EXPORT void TIMSetLogCallback(imsdk::sdk::LogCallback callback,
                                               const void* user_data) {
  scripted::Engine::Instance().log.SetCallback(callback, user_data);
}

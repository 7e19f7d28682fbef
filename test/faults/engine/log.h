#pragma once

#include <mutex>

#include "sdk/abi.h"

namespace scripted {

/// The engine's log, as far as its callback gets it. Any thread.
class Log {
 public:
  void SetCallback(imsdk::sdk::LogCallback callback, const void* user_data);

  /// What the real engine says when it could not store a message that it has acknowledged.
  void ReportLostMessage();

 private:
  std::mutex mutex_;
  imsdk::sdk::LogCallback callback_ = nullptr;
  const void* user_data_ = nullptr;
};

}  // namespace scripted

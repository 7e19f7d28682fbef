#pragma once

#include <atomic>
#include <cstdint>

#include "sdk/library.h"

namespace imsdk {

/// Listens to the engine's log for the one thing that nothing else tells: that a message which it
/// has acknowledged could not be stored. It acknowledges first and stores later, on another thread;
/// where that fails (full disk, a foreign lock on the database, no database) it writes an error
/// line after the acknowledgement and before the answer to any query made after that. The line does
/// not say which message it was.
///
/// TIMSetConfig has to ask for lines of the error level, both for the log and for its callback. The
/// engine has one log callback: what JavaScript listens to comes from here too.
class LogWatch {
 public:
  /// Registers with the engine, which calls back until the process ends: this must live as long.
  /// Call thread, before each TIMInit: TIMUninit makes the engine forget its callbacks.
  void Start(const sdk::Library& library);

  /// How often storing has failed since the process began. Any thread.
  uint32_t StoreFailures() const { return store_failures_.load(); }

 private:
  /// Any engine thread; called for each line of the error level, a few a minute in normal running.
  static void OnLogLine(int32_t level, const char* line, const void* watch) noexcept;

  // The engine hands its callback's data back as const.
  mutable std::atomic<uint32_t> store_failures_{0};
};

}  // namespace imsdk

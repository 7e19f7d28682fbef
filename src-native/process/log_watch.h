#pragma once

#include <cstdint>

#include "sdk/library.h"

namespace imsdk {

/// Listens to the engine's log for the one thing that nothing else tells: that a message which it
/// has acknowledged could not be stored. It acknowledges first and stores later, on another thread;
/// where that fails (full disk, a foreign lock on the database, no database) it writes an error
/// line after the acknowledgement and before the answer to any query made after that. The line does
/// not say which message it was.
///
/// TIMSetConfig has to ask for lines of the error level, both for the log and for its callback.
class LogWatch {
 public:
  /// Registers with the engine. Call thread, before TIMInit.
  void Start(const sdk::Library& library);

  /// How often storing has failed since the process began. Any thread.
  static uint32_t StoreFailures();
};

}  // namespace imsdk

#pragma once

#include <cstdint>
#include <mutex>
#include <string>

namespace imsdk {

/// One process per store: a second one would be told that its saves are stored, and none would be
/// (imsdk-behaviour.md, section 4). An advisory lock on a file in the store; the system releases it
/// when the process ends, however it ends. Any thread; not while the engine writes.
class StoreLock {
 public:
  struct Outcome {
    bool held = false;
    /// The process that holds the lock; 0 where that is not known.
    int64_t holder = 0;
    /// Why the lock file could not be used at all; empty otherwise.
    std::string failure;
  };

  /// Takes the lock at `path` (UTF-8), or says who has it. Taking it again is no error.
  Outcome Acquire(const std::string& path);
  void Release();

 private:
  std::mutex mutex_;
  std::string path_;
  intptr_t file_ = -1;
};

}  // namespace imsdk

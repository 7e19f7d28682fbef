#ifndef _WIN32

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "process/store_lock.h"

namespace imsdk {
namespace {

int64_t ReadHolder(int file) {
  std::array<char, 32> text{};
  const ssize_t size = pread(file, text.data(), text.size() - 1, 0);
  return size > 0 ? std::strtoll(text.data(), nullptr, 10) : 0;
}

void WriteHolder(int file) {
  const std::string pid = std::to_string(getpid()) + "\n";
  // The number only helps an error message: a full disk must not keep anyone from the store.
  if (ftruncate(file, 0) != 0 || pwrite(file, pid.data(), pid.size(), 0) < 0) return;
}

}  // namespace

StoreLock::Outcome StoreLock::Acquire(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (file_ >= 0 && path == path_) return {true, 0, {}};
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);  // NOLINT
  if (file < 0) return {false, 0, std::strerror(errno)};  // NOLINT(concurrency-mt-unsafe)
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    Outcome outcome{false, ReadHolder(file), {}};
    if (error != EWOULDBLOCK) outcome.failure = std::strerror(error);  // NOLINT
    close(file);
    return outcome;
  }
  WriteHolder(file);
  if (file_ >= 0) close(static_cast<int>(file_));
  file_ = file;
  path_ = path;
  return {true, 0, {}};
}

void StoreLock::Release() {
  const std::lock_guard lock(mutex_);
  // The file stays: removing it would let two processes lock two different files.
  if (file_ >= 0) close(static_cast<int>(file_));
  file_ = -1;
  path_.clear();
}

}  // namespace imsdk

#endif

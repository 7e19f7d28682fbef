#ifdef _WIN32

#include <windows.h>

#include <array>
#include <cstdlib>

#include "process/store_lock.h"
#include "process/wide_string.h"

namespace imsdk {
namespace {

// Windows' locks are mandatory: one far behind the text lets others read who holds it.
constexpr DWORD kLockedByte = 0x40000000;

int64_t ReadHolder(HANDLE file) {
  std::array<char, 32> text{};
  DWORD size = 0;
  if (ReadFile(file, text.data(), static_cast<DWORD>(text.size() - 1), &size, nullptr) == 0)
    return 0;
  return std::strtoll(text.data(), nullptr, 10);
}

void WriteHolder(HANDLE file) {
  const std::string pid = std::to_string(GetCurrentProcessId()) + "\r\n";
  DWORD written = 0;
  WriteFile(file, pid.data(), static_cast<DWORD>(pid.size()), &written, nullptr);
  SetEndOfFile(file);
}

}  // namespace

StoreLock::Outcome StoreLock::Acquire(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (file_ != -1 && path == path_) return {true, 0, {}};
  HANDLE file = CreateFileW(Widen(path).c_str(), GENERIC_READ | GENERIC_WRITE,
                            FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_ALWAYS,
                            FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) {
    return {false, 0, "CreateFileW: Windows error " + std::to_string(GetLastError())};
  }
  OVERLAPPED where{};
  where.Offset = kLockedByte;
  if (LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &where) == 0) {
    const Outcome outcome{false, ReadHolder(file), {}};
    CloseHandle(file);
    return outcome;
  }
  WriteHolder(file);
  if (file_ != -1) CloseHandle(reinterpret_cast<HANDLE>(file_));
  file_ = reinterpret_cast<intptr_t>(file);
  path_ = path;
  return {true, 0, {}};
}

void StoreLock::Release() {
  const std::lock_guard lock(mutex_);
  if (file_ != -1) CloseHandle(reinterpret_cast<HANDLE>(file_));
  file_ = -1;
  path_.clear();
}

}  // namespace imsdk

#endif

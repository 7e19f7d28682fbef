#pragma once

#ifdef _WIN32

#include <windows.h>

#include <string>

namespace imsdk {

/// UTF-8 to the UTF-16 that Windows' file functions take.
inline std::wstring Widen(const std::string& utf8) {
  const int size = static_cast<int>(utf8.size());
  const int length = MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, nullptr, 0);
  std::wstring wide(static_cast<size_t>(length), L'\0');
  MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, wide.data(), length);
  return wide;
}

}  // namespace imsdk

#endif

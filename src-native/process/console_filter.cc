#include "process/console_filter.h"

#include <cstdio>  // defines __GLIBC__

#ifdef __GLIBC__

#include <unistd.h>

#include <cctype>
#include <string_view>
#include <utility>

namespace imsdk {
namespace {

/// `[xlog] …`, or `[W][11-24/05:30:45.003+0.0][…`: level, then month, day and time.
bool IsEngineLine(std::string_view line) {
  constexpr std::string_view kStart = "[xlog]";
  constexpr size_t kMonthAt = 4;
  if (line.substr(0, kStart.size()) == kStart) return true;
  return line.size() > kMonthAt + 5 && line[0] == '[' && line.substr(2, 2) == "][" &&
         std::isdigit(static_cast<unsigned char>(line[kMonthAt])) != 0 &&
         line[kMonthAt + 2] == '-' && line[kMonthAt + 5] == '/';
}

void WriteAll(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(STDOUT_FILENO, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(static_cast<size_t>(written));
  }
}

/// The FILE's write function; C's stdio calls it under the FILE's own lock. A chunk is a line, or
/// part of one that is longer than the buffer.
ssize_t Filter(void*, const char* data, size_t size) {
  static bool at_line_start = true;
  static bool dropping = false;
  std::string_view rest(data, size);
  while (!rest.empty()) {
    const size_t newline = rest.find('\n');
    const size_t length = newline == std::string_view::npos ? rest.size() : newline + 1;
    const std::string_view line = rest.substr(0, length);
    if (at_line_start) dropping = IsEngineLine(line);
    if (!dropping) WriteAll(line);
    at_line_start = newline != std::string_view::npos;
    rest.remove_prefix(length);
  }
  return static_cast<ssize_t>(size);
}

}  // namespace

void KeepEngineOffConsole() {
  static bool is_kept_off = false;
  if (std::exchange(is_kept_off, true)) return;
  cookie_io_functions_t functions{};
  functions.write = Filter;
  FILE* filtered = fopencookie(nullptr, "w", functions);
  if (filtered == nullptr) return;
  setvbuf(filtered, nullptr, _IOLBF, BUFSIZ);
  std::fflush(stdout);
  stdout =
      filtered;  // glibc's stdout is a variable made to be assigned; the old FILE stays as it is
}

}  // namespace imsdk

#else

namespace imsdk {
void KeepEngineOffConsole() {}
}  // namespace imsdk

#endif

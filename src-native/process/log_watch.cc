#include "process/log_watch.h"

#include <atomic>
#include <string_view>

#include "sdk/abi.h"

namespace imsdk {
namespace {

std::atomic<uint32_t> g_store_failures{0};

/// Parts of the lines that go with a lost message: one insert failed, a whole transaction was lost,
/// or there is no database to insert into. By experiment with engine 8.0.5906.
constexpr std::string_view kFailures[] = {"InsertMessage failed", "CommitTransaction",
                                          "BeginTransaction", "InternalInit"};

/// Any engine thread; called for each line of the error level, a few a minute in normal running.
void OnLogLine(int32_t, const char* line, const void*) {
  if (line == nullptr) return;
  const std::string_view text(line);
  for (const std::string_view failure : kFailures) {
    if (text.find(failure) != std::string_view::npos) {
      g_store_failures.fetch_add(1);
      return;
    }
  }
}

}  // namespace

void LogWatch::Start(const sdk::Library& library) {
  const auto set_log_callback =
      reinterpret_cast<sdk::SetLogCallback>(library.Find("TIMSetLogCallback"));  // NOLINT
  if (set_log_callback != nullptr) set_log_callback(OnLogLine, nullptr);
}

uint32_t LogWatch::StoreFailures() { return g_store_failures.load(); }

}  // namespace imsdk

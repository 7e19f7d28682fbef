#include "process/log_watch.h"

#include <string_view>

#include "process/engine_process.h"
#include "sdk/abi.h"
#include "sdk/event_table.h"

namespace imsdk {
namespace {

/// Parts of the lines that go with a lost message: one insert failed, a whole transaction was lost,
/// or there is no database to insert into. By experiment with engine 8.0.5906.
constexpr std::string_view kFailures[] = {"InsertMessage failed", "CommitTransaction",
                                          "BeginTransaction", "InternalInit"};

// TIMLogLevel: kTIMLog_Error
constexpr int32_t kErrorLevel = 6;

size_t LogEvent() {
  size_t event = 0;
  while (sdk::kEventTable[event].setter != sdk::kLogSetter) ++event;
  return event;
}

}  // namespace

void LogWatch::OnLogLine(int32_t level, const char* line, const void* watch) noexcept {
  static const size_t log_event = LogEvent();
  EventHub& events = EngineProcess::Instance().events();
  if (events.HasListeners(log_event)) {
    events.Emit(log_event, {sdk::Int::Read(level), sdk::Text::Read(line)});
  }
  // With a fuller log the callback gets milder lines too, and opening a store names InternalInit.
  if (line == nullptr || level < kErrorLevel) return;
  const std::string_view text(line);
  for (const std::string_view failure : kFailures) {
    if (text.find(failure) != std::string_view::npos) {
      static_cast<const LogWatch*>(watch)->store_failures_.fetch_add(1);
      return;
    }
  }
}

void LogWatch::Start(const sdk::Library& library) {
  const auto set_log_callback =
      reinterpret_cast<sdk::SetLogCallback>(library.Find("TIMSetLogCallback"));  // NOLINT
  if (set_log_callback != nullptr) set_log_callback(OnLogLine, this);
}

}  // namespace imsdk

#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>

namespace imsdk {

/// Looks out for the next call before the call thread sleeps. To be woken takes two system calls,
/// and 30 to 100 µs where the processor sleeps too: one who calls again on each answer would wait
/// for that each time. Call thread.
class LookOut {
 public:
  /// Returns when a call waits, or when it is time to sleep. Others may have the processor
  /// meanwhile.
  void Await(const std::atomic<size_t>& waiting);

  /// The next call is there. `is_on_answer`: all that were made before it have been answered, so
  /// that calls come one by one. While they do, and soon, it looks out longer.
  void Came(bool is_on_answer);

 private:
  using Clock = std::chrono::steady_clock;

  void Rest(Clock::time_point now);

  Clock::time_point idle_since_;
  Clock::duration limit_{};
  Clock::time_point rests_until_;
  Clock::duration rest_{};
};

}  // namespace imsdk

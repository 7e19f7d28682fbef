#include "bridge/look_out.h"

#include <algorithm>
#include <thread>

namespace imsdk {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr microseconds kLimit{50};
// The engine answers a save in 200 to 500 µs.
constexpr microseconds kOneByOneLimit{600};

// Where others want the processors too, one who gave way comes back a time slice later, and a call
// would wait for that, while one who sleeps is woken ahead of them. So it does not look out then,
// for longer each time that it comes back late.
constexpr milliseconds kLate{1};
constexpr milliseconds kShortestRest{10};
constexpr milliseconds kLongestRest{640};

}  // namespace

void LookOut::Await(const std::atomic<size_t>& waiting) {
  idle_since_ = Clock::now();
  if (waiting != 0 || idle_since_ < rests_until_) return;
  const auto end = idle_since_ + limit_;
  auto now = idle_since_;
  while (waiting == 0 && now < end) {
    std::this_thread::yield();
    now = Clock::now();
  }
  if (now > end + kLate) {
    Rest(now);
  } else if (waiting != 0) {
    rest_ = {};
  }
}

void LookOut::Rest(Clock::time_point now) {
  rest_ = std::clamp<Clock::duration>(2 * rest_, kShortestRest, kLongestRest);
  rests_until_ = now + rest_;
}

void LookOut::Came(bool is_on_answer) {
  const bool is_soon = Clock::now() - idle_since_ < kOneByOneLimit;
  limit_ = is_on_answer && is_soon ? kOneByOneLimit : kLimit;
}

}  // namespace imsdk

#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "gate.h"

namespace scripted {

/// Makes a callback, with texts that are gone right after.
using Callback = std::function<void()>;

/// Makes callbacks on the thread and at the moment that they are meant for. Any thread.
class Delivery {
 public:
  using Clock = std::chrono::steady_clock;

  /// On the engine's own thread, in order of time and then of submission. `done` is opened after
  /// it.
  void OnEngineThread(Callback callback, std::chrono::milliseconds after,
                      std::shared_ptr<Gate> done = nullptr);

  /// On a thread of its own.
  static void OnNewThread(Callback callback, std::chrono::milliseconds after,
                          std::shared_ptr<Gate> done = nullptr);

  /// On a JavaScript thread, when it calls Deliver.
  void OnJavaScriptThread(Callback callback);

  /// After the next TIMUninit, on the engine's thread.
  void AfterUninit(Callback callback);

  /// TIMUninit was called: the engine forgets the callbacks that have not come.
  void Uninitialise();

  /// Makes the callbacks that wait for a JavaScript thread; how many.
  int Deliver();

 private:
  struct Timed {
    Clock::time_point time;
    uint64_t order = 0;
    Callback callback;
    std::shared_ptr<Gate> done;
  };

  void Run();
  static bool IsLater(const Timed& a, const Timed& b) {
    return std::pair(a.time, a.order) > std::pair(b.time, b.order);
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Timed> queue_;  // a heap, the earliest in front
  std::vector<Callback> for_javascript_;
  std::vector<Callback> after_uninit_;
  uint64_t submitted_ = 0;
  bool started_ = false;
};

}  // namespace scripted

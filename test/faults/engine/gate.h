#pragma once

#include <condition_variable>
#include <mutex>

namespace scripted {

/// A condition that threads wait for, once.
class Gate {
 public:
  void Open();
  void Wait();

 private:
  std::mutex mutex_;
  std::condition_variable opened_;
  bool is_open_ = false;
};

}  // namespace scripted

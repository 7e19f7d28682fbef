#include "gate.h"

namespace scripted {

void Gate::Open() {
  const std::lock_guard lock(mutex_);
  is_open_ = true;
  opened_.notify_all();
}

void Gate::Wait() {
  std::unique_lock lock(mutex_);
  opened_.wait(lock, [&] { return is_open_; });
}

}  // namespace scripted

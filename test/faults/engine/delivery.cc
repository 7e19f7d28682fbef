#include "delivery.h"

#include <algorithm>
#include <thread>

namespace scripted {
void Delivery::OnEngineThread(Callback callback, std::chrono::milliseconds after,
                              std::shared_ptr<Gate> done) {
  const std::lock_guard lock(mutex_);
  queue_.push_back({Clock::now() + after, ++submitted_, std::move(callback), std::move(done)});
  std::push_heap(queue_.begin(), queue_.end(), IsLater);
  if (!std::exchange(started_, true)) std::thread([this] { Run(); }).detach();
  changed_.notify_one();
}

void Delivery::OnNewThread(Callback callback, std::chrono::milliseconds after,
                           std::shared_ptr<Gate> done) {
  std::thread([callback = std::move(callback), after, done = std::move(done)] {
    std::this_thread::sleep_for(after);
    callback();
    if (done) done->Open();
  }).detach();
}

void Delivery::OnJavaScriptThread(Callback callback) {
  const std::lock_guard lock(mutex_);
  for_javascript_.push_back(std::move(callback));
}

void Delivery::AfterUninit(Callback callback) {
  const std::lock_guard lock(mutex_);
  after_uninit_.push_back(std::move(callback));
}

void Delivery::Uninitialise() {
  std::vector<Callback> late;
  {
    const std::lock_guard lock(mutex_);
    for (const Timed& timed : queue_) {
      if (timed.done) timed.done->Open();
    }
    queue_.clear();
    late.swap(after_uninit_);
  }
  for (Callback& callback : late) OnEngineThread(std::move(callback), {});
}

int Delivery::Deliver() {
  std::vector<Callback> callbacks;
  {
    const std::lock_guard lock(mutex_);
    callbacks.swap(for_javascript_);
  }
  for (const Callback& callback : callbacks) callback();
  return static_cast<int>(callbacks.size());
}

void Delivery::Run() {
  std::unique_lock lock(mutex_);
  while (true) {
    if (queue_.empty()) {
      changed_.wait(lock);
    } else if (queue_.front().time > Clock::now()) {
      const Clock::time_point time = queue_.front().time;
      changed_.wait_until(lock, time);
    } else {
      std::pop_heap(queue_.begin(), queue_.end(), IsLater);
      const Timed next = std::move(queue_.back());
      queue_.pop_back();
      lock.unlock();
      next.callback();
      if (next.done) next.done->Open();
      lock.lock();
    }
  }
}

}  // namespace scripted

#pragma once

#include <memory>
#include <mutex>

#include "delivery.h"
#include "events.h"
#include "fault.h"
#include "memory_engine.h"

namespace scripted {

/// The scripted engine as a whole. Never destroyed: its threads run until the process ends.
struct Engine {
  static Engine& Instance();

  /// Where the calls that are scripted to block from now on wait until they are released.
  std::shared_ptr<Gate> BlockedCalls();
  /// Lets the calls go on that are blocked now, or were scripted to be.
  void Release();

  MemoryEngine memory;
  Faults faults;
  Delivery delivery;
  Events events;

 private:
  std::mutex mutex_;
  std::shared_ptr<Gate> blocked_ = std::make_shared<Gate>();
};

}  // namespace scripted

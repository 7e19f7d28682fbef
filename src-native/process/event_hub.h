#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "bridge/completion.h"
#include "bridge/event.h"
#include "sdk/library.h"

namespace imsdk {

/// Which environments listen to which of the engine's events. The engine is given a callback for an
/// event while anybody listens to it, and none otherwise, so that what nobody wants costs nothing.
class EventHub final : public CompletionSink, public std::enable_shared_from_this<EventHub> {
 public:
  EventHub();

  /// `event` is an index of the event table. Once for each listener and event. Any thread.
  void Listen(size_t event, std::shared_ptr<EventSink> listener);
  void Unlisten(size_t event, const EventSink* listener);

  /// The listener goes away.
  void Forget(const EventSink* listener);

  bool HasListeners(size_t event) const;

  /// Tells the listeners. Any thread.
  void Emit(size_t event, std::vector<EventValue> values);

  /// Gives the engine the callbacks that are wanted, and takes back those that are not. Call
  /// thread, also before each TIMInit.
  void Register(const sdk::Library& library);

  /// TIMUninit has made the engine forget its callbacks. Call thread.
  void OnUninit();

  // The end of a call that registers, which nobody waits for.
  bool ShouldStart(CallId id, bool is_urgent) noexcept override;
  void Complete(Completion completion) noexcept override;

 private:
  bool Remove(size_t event, const EventSink* listener);
  void QueueRegistration();

  mutable std::mutex mutex_;
  // By event.
  std::vector<std::vector<std::shared_ptr<EventSink>>> listeners_;
  // By event, on the call thread only: whether the engine has our callback.
  std::vector<bool> registered_;
};

}  // namespace imsdk

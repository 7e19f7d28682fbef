#include "bridge/completion_channel.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <new>
#include <utility>

#include "bridge/text_page.h"
#include "bridge/uv_abi.h"

namespace imsdk {
namespace {

// One turn of the event loop spends at most about this long on completions, JavaScript that they
// resume included, and looks at the clock after each group of so many.
constexpr std::chrono::microseconds kTurn{1000};
constexpr size_t kGroup = CompletionRecords::kMost;

// From this many calls with the engine on, the channel looks for answers each millisecond, in which
// the engine stores about twenty messages: it does not run dry meanwhile.
constexpr size_t kPollFrom = 32;
constexpr uint64_t kPollEveryMs = 1;

/// What a handle's data points to: keeps the channel until the loop has let go of the handle.
struct HandleData {
  std::shared_ptr<CompletionChannel> channel;
  std::shared_ptr<void> until_closed;
};

/// Memory for a handle that is not initialised yet.
uv_handle_s* AllocateHandle(int type) {
  return static_cast<uv_handle_s*>(::operator new(uv_handle_size(type)));
}

/// Of an initialised handle, which does not keep the loop alive from now on.
void AttachTo(uv_handle_s* handle, const std::shared_ptr<CompletionChannel>& channel) {
  uv_handle_set_data(handle, std::make_unique<HandleData>(HandleData{channel, {}}).release());
  uv_unref(handle);
}

HandleData* DataOf(uv_handle_s* handle) {
  return static_cast<HandleData*>(uv_handle_get_data(handle));
}

void CloseLoopHandle(uv_handle_s* handle, const std::shared_ptr<void>& until_closed) {
  DataOf(handle)->until_closed = until_closed;
  uv_close(handle, [](uv_handle_s* closed) {
    const std::unique_ptr<HandleData> data(DataOf(closed));
    ::operator delete(closed);
  });
}

napi_value ToJs(napi_env env, const EventValue& value) {
  napi_value result = nullptr;
  switch (value.kind) {
    case EventValue::Kind::kNull:
      napi_get_null(env, &result);
      break;
    case EventValue::Kind::kText:
    case EventValue::Kind::kJson:
      return ToJs(env, value.text);
    case EventValue::Kind::kNumber:
      napi_create_double(env, value.number, &result);
      break;
    case EventValue::Kind::kBoolean:
      napi_get_boolean(env, value.number != 0, &result);
      break;
  }
  return result;
}

size_t BytesOf(const Event& event) {
  size_t bytes = 0;
  for (const EventValue& value : event.values) bytes += value.Bytes();
  return bytes;
}

/// Of a completion's JSON that may go onto a page.
size_t BytesForPage(const CompletionChannel::Delivery& delivery) {
  const auto* completion = std::get_if<Completion>(&delivery);
  if (completion == nullptr) return 0;
  const size_t bytes = completion->json.Bytes();
  return bytes >= TextPage::kLeastText ? bytes : 0;
}

/// Where the JSON of each delivery of a group is on their page; 0 for those that are on none.
using Places = std::array<uint32_t, kGroup>;

/// Moves JSON of a group onto a page where there is enough of it, and returns that, or nullptr. All
/// is on it before JavaScript has it, as the garbage collector is told how large it is.
napi_value PutOnPage(napi_env env, CompletionChannel::Group& group, Places& places) {
  size_t bytes = 0;
  for (const auto& delivery : group) bytes += BytesForPage(delivery);
  if (bytes < TextPage::kLeast) return nullptr;
  auto page = std::make_unique<TextPage>();
  for (size_t i = 0; i < group.size(); ++i) {
    if (BytesForPage(group[i]) == 0) continue;
    places[i] = page->Add(std::move(std::get<Completion>(group[i]).json));
  }
  return TextPage::ToJs(env, std::move(page));
}

}  // namespace

CompletionChannel::CompletionChannel(Napi::Env env, Napi::ArrayBuffer records,
                                     Napi::Function dispatch, Napi::Function on_event,
                                     Napi::Function on_dropped, const TicketTable& tickets)
    : env_(env),
      records_(records),
      dispatch_(Napi::Persistent(dispatch)),
      on_event_(Napi::Persistent(on_event)),
      on_dropped_(Napi::Persistent(on_dropped)),
      context_(std::make_unique<Napi::AsyncContext>(env, "node-imsdk")),
      tickets_(tickets) {}

std::shared_ptr<CompletionChannel> CompletionChannel::Open(Napi::Env env, Napi::ArrayBuffer records,
                                                           Napi::Function dispatch,
                                                           Napi::Function on_event,
                                                           Napi::Function on_dropped,
                                                           const TicketTable& tickets) {
  std::shared_ptr<CompletionChannel> channel(
      new CompletionChannel(env, records, dispatch, on_event, on_dropped, tickets));
  uv_loop_s* loop = nullptr;
  uv_handle_s* async = AllocateHandle(kUvAsync);
  const bool opened = napi_get_uv_event_loop(env, &loop) == napi_ok &&
                      uv_async_init(loop, async, [](uv_handle_s* handle) {
                        DataOf(handle)->channel->Drain();
                      }) == 0;
  if (!opened) {
    ::operator delete(async);
    Napi::Error::New(env, "node-imsdk: this environment has no event loop")
        .ThrowAsJavaScriptException();
    return nullptr;
  }
  uv_handle_s* timer = AllocateHandle(kUvTimer);
  uv_timer_init(loop, timer);  // never fails
  AttachTo(async, channel);
  AttachTo(timer, channel);
  channel->async_ = async;
  channel->timer_ = timer;
  return channel;
}

void CompletionChannel::Ref() {
  if (async_ != nullptr) uv_ref(async_);
}

void CompletionChannel::Unref() {
  if (async_ != nullptr) uv_unref(async_);
}

bool CompletionChannel::Cancel(CallId id) {
  const std::lock_guard lock(mutex_);
  if (id <= last_started_) return false;
  cancelled_.insert(id);
  return true;
}

void CompletionChannel::Close(const std::shared_ptr<void>& until_closed) {
  {
    // Under the lock: no other thread may send to a handle that is closing.
    const std::lock_guard lock(mutex_);
    closed_ = true;
    deliveries_.clear();
  }
  records_.Reset();
  dispatch_.Reset();
  on_event_.Reset();
  on_dropped_.Reset();
  context_.reset();
  CloseLoopHandle(std::exchange(async_, nullptr), until_closed);
  CloseLoopHandle(std::exchange(timer_, nullptr), until_closed);
}

bool CompletionChannel::ShouldStart(CallId id, bool is_urgent) noexcept {
  const std::lock_guard lock(mutex_);
  if (closed_) return false;
  const bool is_cancelled = cancelled_.erase(id) != 0;
  if (is_urgent) return !is_cancelled;
  last_started_ = id;
  // What is left below is of urgent calls that had started.
  cancelled_.erase(cancelled_.begin(), cancelled_.lower_bound(id));
  return !is_cancelled;
}

void CompletionChannel::Complete(Completion completion) noexcept {
  const std::lock_guard lock(mutex_);
  if (closed_) return;
  Push(std::move(completion));
}

void CompletionChannel::Notify(std::shared_ptr<const Event> event) noexcept {
  const size_t bytes = BytesOf(*event);
  const std::lock_guard lock(mutex_);
  if (closed_) return;
  const bool has_room = waiting_events_ < kMaxEvents && bytes <= kMaxEventBytes &&
                        waiting_event_bytes_ <= kMaxEventBytes - bytes;
  if (waiting_events_ > 0 && !has_room) {
    if (dropped_.empty()) Push(Dropped{});
    ++dropped_[event->index];
    return;
  }
  ++waiting_events_;
  waiting_event_bytes_ += bytes;
  Push(std::move(event));
}

void CompletionChannel::Push(Delivery delivery) {
  deliveries_.push_back(std::move(delivery));
  if (!std::exchange(will_drain_, true)) uv_async_send(async_);
}

bool CompletionChannel::TakeGroup(Group& group) {
  group.clear();
  const std::lock_guard lock(mutex_);
  while (!deliveries_.empty() && group.size() < kGroup) {
    const bool is_event = !std::holds_alternative<Completion>(deliveries_.front());
    if (is_event && !group.empty() && std::holds_alternative<Completion>(group.back())) break;
    Delivery& delivery = group.emplace_back(std::move(deliveries_.front()));
    deliveries_.pop_front();
    if (const auto* event = std::get_if<std::shared_ptr<const Event>>(&delivery)) {
      --waiting_events_;
      waiting_event_bytes_ -= BytesOf(**event);
    } else if (auto* dropped = std::get_if<Dropped>(&delivery)) {
      dropped->swap(dropped_);
    }
  }
  return !deliveries_.empty();
}

void CompletionChannel::Drain() {
  const auto turn_ends = std::chrono::steady_clock::now() + kTurn;
  Group group;
  group.reserve(kGroup);
  size_t dispatched = 0;
  do {
    const Napi::HandleScope handles(env_);
    // Leaving the scope runs what the promises resumed, which may end the environment.
    const Napi::CallbackScope turn(env_, *context_);
    const bool has_more = TakeGroup(group);
    DispatchGroup(group);
    dispatched += group.size();
    if (!has_more) {
      AwaitMore(dispatched);
      return;
    }
  } while (std::chrono::steady_clock::now() < turn_ends);
  // The rest waits for the next turn of the loop: timers and I/O come in between.
  const std::lock_guard lock(mutex_);
  if (!closed_) uv_async_send(async_);
}

/// Polls while answers come, and the engine has enough to do until it is asked again: more than
/// twice what it has answered since. Otherwise the next answer wakes the loop.
void CompletionChannel::AwaitMore(size_t dispatched) {
  const bool polls = dispatched > 0 && tickets_.Count() >= std::max(kPollFrom, 2 * dispatched);
  const std::lock_guard lock(mutex_);
  if (closed_) return;
  if (polls) {
    uv_timer_start(
        timer_, [](uv_handle_s* handle) { DataOf(handle)->channel->Drain(); }, kPollEveryMs, 0);
  } else if (deliveries_.empty()) {
    will_drain_ = false;
  } else {
    uv_async_send(async_);
  }
}

void CompletionChannel::DispatchGroup(Group& group) {
  Places places{};
  const napi_value page = PutOnPage(env_, group, places);
  for (size_t i = 0; i < group.size(); ++i) {
    // The last of a group: an event that follows one begins another.
    if (const auto* completion = std::get_if<Completion>(&group[i])) {
      records_.Add(*completion, places[i]);
    } else if (const auto* event = std::get_if<std::shared_ptr<const Event>>(&group[i])) {
      Dispatch(*event);
    } else {
      Dispatch(std::get<Dropped>(group[i]));
    }
  }
  DispatchRecords(page);
}

void CompletionChannel::DispatchRecords(napi_value page) {
  const size_t count = records_.count();
  if (count == 0) return;
  napi_value arguments[] = {nullptr, ToJs(env_, records_.texts()), page};
  napi_create_uint32(env_, static_cast<uint32_t>(count), &arguments[0]);
  if (page == nullptr) napi_get_undefined(env_, &arguments[2]);
  // Once, unless one of them throws: then again for those after it.
  for (size_t done = 0; done < count;) {
    Call(dispatch_, std::size(arguments), arguments);
    if (closed_) return;
    const size_t before = std::exchange(done, records_.done());
    if (done == before) break;  // JavaScript does not run any more
  }
  records_.Clear();
}

void CompletionChannel::Dispatch(const std::shared_ptr<const Event>& event) {
  const napi_env env = env_;
  napi_value index = nullptr;
  napi_value values = nullptr;
  napi_value exact_integers = nullptr;
  napi_create_uint32(env, static_cast<uint32_t>(event->index), &index);
  napi_create_array_with_length(env, event->values.size(), &values);
  napi_get_undefined(env, &exact_integers);
  uint32_t i = 0;
  bool has_exact_integers = false;
  for (const EventValue& value : event->values) {
    napi_set_element(env, values, i, ToJs(env, value));
    if (!value.exact_integers.empty()) {
      if (!std::exchange(has_exact_integers, true)) {
        napi_create_array_with_length(env, event->values.size(), &exact_integers);
      }
      napi_value places = nullptr;
      napi_create_string_utf8(env, value.exact_integers.data(), value.exact_integers.size(),
                              &places);
      napi_set_element(env, exact_integers, i, places);
    }
    ++i;
  }
  const napi_value arguments[] = {index, values, exact_integers};
  Call(on_event_, std::size(arguments), arguments);
}

void CompletionChannel::Dispatch(const Dropped& dropped) {
  for (const auto& [event, count] : dropped) {
    napi_value arguments[2] = {};
    napi_create_uint32(env_, static_cast<uint32_t>(event), &arguments[0]);
    napi_create_double(env_, static_cast<double>(count), &arguments[1]);
    Call(on_dropped_, std::size(arguments), arguments);
  }
}

void CompletionChannel::Call(const Napi::FunctionReference& function, size_t count,
                             const napi_value* arguments) {
  const napi_env env = env_;
  // Closed by what was called before.
  if (function.IsEmpty()) return;
  napi_value called = nullptr;
  napi_value undefined = nullptr;
  napi_get_reference_value(env, function, &called);
  napi_get_undefined(env, &undefined);
  const napi_status status = napi_call_function(env, undefined, called, count, arguments, nullptr);
  if (status != napi_pending_exception) return;
  // A defect of ours, or a listener's: it belongs to the process, as any uncaught exception does.
  napi_value exception = nullptr;
  if (napi_get_and_clear_last_exception(env, &exception) == napi_ok) {
    napi_fatal_exception(env, exception);
  }
}

}  // namespace imsdk

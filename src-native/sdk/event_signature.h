#pragma once

// How one line of the event table becomes a C callback: the tags of the call table name the
// callback's parameters, and the template here makes the function that reads them.

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "bridge/event.h"
#include "sdk/signature.h"

namespace imsdk::sdk {

/// What an event's callback gets as user data: its index in the event table, counted from 1, and
/// never an address.
using EventNumber = size_t;

/// Where every event's callback ends up, on any thread; process/event_hub.cc has it.
void ReceiveEvent(const void* user_data, std::vector<EventValue> values) noexcept;

/// One kind of event, as the rest of the addon sees it.
struct EngineEvent {
  /// The exported function that registers the callback, and names the event.
  std::string_view setter;
  /// The one that takes it back; empty where that is the setter with NULL.
  std::string_view remover;
  void (*set)(void* setter, EventNumber number);
  /// `function` is the remover, or the setter.
  void (*unset)(void* function, bool is_remover);
};

template <class... Tags>
struct EventSignature {
  using Callback = void (*)(typename Tags::Type... values, const void* user_data);
  using Setter = void (*)(Callback callback, const void* user_data);
  using Remover = void (*)(Callback callback);

  static void OnEvent(typename Tags::Type... values, const void* user_data) noexcept {
    std::vector<EventValue> read;
    read.reserve(sizeof...(Tags));
    (read.push_back(Tags::Read(values)), ...);
    ReceiveEvent(user_data, std::move(read));
  }

  static void Set(void* setter, EventNumber number) {
    const auto* const user_data = reinterpret_cast<const void*>(number);  // NOLINT
    reinterpret_cast<Setter>(setter)(&OnEvent, user_data);                // NOLINT
  }

  static void Unset(void* function, bool is_remover) {
    if (is_remover) {
      reinterpret_cast<Remover>(function)(&OnEvent);  // NOLINT: what dlsym is for
    } else {
      reinterpret_cast<Setter>(function)(nullptr, nullptr);  // NOLINT
    }
  }
};

/// `Listen<Int, Json>("TIMSetConvEventCallback")`: a line of the event table.
template <class... Tags>
constexpr EngineEvent Listen(std::string_view setter, std::string_view remover = {}) {
  return {setter, remover, &EventSignature<Tags...>::Set, &EventSignature<Tags...>::Unset};
}

}  // namespace imsdk::sdk

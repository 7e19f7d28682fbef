#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sdk/abi.h"

#ifdef _WIN32
#define IMSDK_EXPORT __declspec(dllexport)
#else
#define IMSDK_EXPORT __attribute__((visibility("default")))
#endif

namespace scripted {

/// Where a call is answered.
struct Replies {
  imsdk::sdk::ReplyCallback reply = nullptr;
  imsdk::sdk::ReplyCallback message_id = nullptr;
  imsdk::sdk::MemberListCallback members = nullptr;
  const void* user_data = nullptr;

  explicit operator bool() const { return reply != nullptr || members != nullptr; }

  void Reply(int32_t code, const char* desc, const char* json) const {
    if (reply != nullptr) reply(code, desc, json, user_data);
    if (members != nullptr) members(json, UINT64_MAX, false, user_data);
  }
};

/// One call of an exported function: its arguments in the order of their kinds.
struct Call {
  std::string_view function;
  std::vector<const char*> texts;
  std::vector<int64_t> integers;
  char* buffer = nullptr;
  Replies replies;
};

/// What an exported function returns; each takes the one that its C type asks for.
struct Returned {
  int32_t code = 0;
  const char* text = "";
  uint64_t number = 0;
};

/// Makes a call: as the engine in memory answers it, with the fault that was scripted for it. Any
/// thread.
Returned Run(const Call& call);

}  // namespace scripted

#ifdef _WIN32

#include <windows.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "bridge/thread_start.h"

namespace imsdk {
namespace {

struct ThreadBody {
  std::string name;
  std::function<void()> body;
};

/// Windows 7 and 8 lack SetThreadDescription; a nameless thread does as well.
void NameThisThread(const std::string& name) {
  using SetThreadDescription = HRESULT(WINAPI*)(HANDLE, PCWSTR);
  const auto set_description = reinterpret_cast<SetThreadDescription>(reinterpret_cast<void*>(
      GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "SetThreadDescription")));
  if (set_description != nullptr) {
    set_description(GetCurrentThread(), std::wstring(name.begin(), name.end()).c_str());
  }
}

DWORD WINAPI RunThread(void* argument) {
  const std::unique_ptr<ThreadBody> thread(static_cast<ThreadBody*>(argument));
  NameThisThread(thread->name);
  thread->body();
  return 0;
}

}  // namespace

void StartThread(const char* name, size_t stack_bytes, std::function<void()> body) {
  auto thread = std::make_unique<ThreadBody>(ThreadBody{name, std::move(body)});
  HANDLE handle = CreateThread(nullptr, stack_bytes, RunThread, thread.get(),
                               STACK_SIZE_PARAM_IS_A_RESERVATION, nullptr);
  if (handle == nullptr) {
    std::fprintf(stderr, "node-imsdk: cannot start thread %s (Windows error %lu)\n", name,
                 GetLastError());
    std::abort();
  }
  static_cast<void>(thread.release());  // RunThread owns it now
  CloseHandle(handle);
}

}  // namespace imsdk

#endif

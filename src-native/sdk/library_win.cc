#ifdef _WIN32

#include <windows.h>

#include <string>

#include "process/wide_string.h"
#include "sdk/library.h"

namespace imsdk::sdk {

std::string Library::Load(const std::string& path) {
  // The altered search path finds the DLLs that lie beside the engine's, and not beside node.exe.
  HMODULE module = LoadLibraryExW(Widen(path).c_str(), nullptr, LOAD_WITH_ALTERED_SEARCH_PATH);
  if (module == nullptr) return "LoadLibraryExW: Windows error " + std::to_string(GetLastError());
  // Pinned: the engine's threads outlive every reason to unload it.
  HMODULE pinned = nullptr;
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                     reinterpret_cast<LPCWSTR>(module), &pinned);
  handle_ = module;
  return {};
}

void* Library::Find(const char* name) const {
  return reinterpret_cast<void*>(GetProcAddress(static_cast<HMODULE>(handle_), name));
}

}  // namespace imsdk::sdk

#endif

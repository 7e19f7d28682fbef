#ifdef _WIN32

#include <windows.h>
// After windows.h, which it needs.
#include <psapi.h>

#include "process/loaded_modules.h"
#include "process/wide_string.h"

namespace imsdk {
namespace {

std::vector<HMODULE> Modules() {
  std::vector<HMODULE> modules(256);
  DWORD bytes = 0;
  while (K32EnumProcessModules(GetCurrentProcess(), modules.data(),
                               static_cast<DWORD>(modules.size() * sizeof(HMODULE)), &bytes) != 0) {
    const size_t count = bytes / sizeof(HMODULE);
    const bool is_whole = count <= modules.size();
    modules.resize(count);
    if (is_whole) return modules;
  }
  return {};
}

std::string PathOf(HMODULE module) {
  std::wstring path(32768, L'\0');
  path.resize(GetModuleFileNameW(module, path.data(), static_cast<DWORD>(path.size())));
  return Narrow(path);
}

}  // namespace

std::vector<LoadedSymbol> FindInLoadedModules(const char* symbol) {
  std::vector<LoadedSymbol> found;
  for (const HMODULE module : Modules()) {
    const void* address = reinterpret_cast<const void*>(GetProcAddress(module, symbol));
    if (address != nullptr) found.push_back({PathOf(module), address});
  }
  return found;
}

}  // namespace imsdk

#endif

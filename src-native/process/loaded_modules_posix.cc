#ifndef _WIN32

#include <dlfcn.h>

#include <string_view>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#else
#include <link.h>
#endif

#include "process/loaded_modules.h"

namespace imsdk {
namespace {

std::vector<std::string> ModulePaths() {
  std::vector<std::string> paths;
#ifdef __APPLE__
  for (uint32_t i = 0; i < _dyld_image_count(); ++i) {
    const char* path = _dyld_get_image_name(i);
    if (path != nullptr) paths.emplace_back(path);
  }
#else
  const auto add = [](dl_phdr_info* module, size_t, void* data) {
    static_cast<std::vector<std::string>*>(data)->emplace_back(module->dlpi_name);
    return 0;
  };
  dl_iterate_phdr(add, &paths);
#endif
  return paths;
}

bool IsAddon(std::string_view path) {
  constexpr std::string_view kSuffix = ".node";
  return path.size() > kSuffix.size() && path.substr(path.size() - kSuffix.size()) == kSuffix;
}

}  // namespace

std::vector<LoadedSymbol> FindInLoadedModules(const char* symbol) {
  std::vector<LoadedSymbol> found;
  for (const std::string& path : ModulePaths()) {
    if (!IsAddon(path)) continue;
    // Waits for a thread that is loading it.
    void* module = dlopen(path.c_str(), RTLD_LAZY | RTLD_NOLOAD);
    if (module == nullptr) continue;
    const void* address = dlsym(module, symbol);
    dlclose(module);
    if (address != nullptr) found.push_back({path, address});
  }
  return found;
}

}  // namespace imsdk

#endif

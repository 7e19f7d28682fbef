#pragma once

#include <string>
#include <vector>

namespace imsdk {

/// A symbol that an addon exports.
struct LoadedSymbol {
  /// The addon's file, UTF-8.
  std::string module_path;
  const void* address = nullptr;
};

/// The addons of this process that export a symbol of this name, in the order in which they were
/// loaded. Node.js loads each with names of its own, so that the system's look-up by name alone
/// finds none of them. Any thread.
std::vector<LoadedSymbol> FindInLoadedModules(const char* symbol);

}  // namespace imsdk

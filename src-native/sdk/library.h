#pragma once

#include <string>

namespace imsdk::sdk {

/// The engine's library, loaded once and for the life of the process: the engine runs threads of
/// its own that nothing can stop, so unmapping its code would crash them.
class Library {
 public:
  /// Loads the file at `path` (absolute, UTF-8). Returns an empty string, or the system's own words
  /// for what went wrong. Called on the call thread.
  std::string Load(const std::string& path);

  /// The address of an exported function, or nullptr.
  void* Find(const char* name) const;

 private:
  void* handle_ = nullptr;
};

}  // namespace imsdk::sdk

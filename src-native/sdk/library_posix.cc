#ifndef _WIN32

#include <dlfcn.h>

#include <cstdlib>
#include <cstring>

#include "sdk/library.h"

namespace imsdk::sdk {
namespace {

// A sanitizer's run-time library interposes malloc, and stops at RTLD_DEEPBIND.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IMSDK_HAS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IMSDK_HAS_SANITIZER
#endif
#endif

#if defined(__linux__) && !defined(IMSDK_HAS_SANITIZER)
/// Whether `malloc` is libc's own, and not one that Electron or a preloaded allocator put before
/// it.
bool MallocIsLibcs() {
  Dl_info malloc_info{};
  Dl_info libc_info{};
  void* malloc_address = dlsym(RTLD_DEFAULT, "malloc");
  void* libc_address = dlsym(RTLD_DEFAULT, "gnu_get_libc_version");
  return malloc_address != nullptr && libc_address != nullptr &&
         dladdr(malloc_address, &malloc_info) != 0 && dladdr(libc_address, &libc_info) != 0 &&
         malloc_info.dli_fbase == libc_info.dli_fbase;
}

/// The engine carries an OpenSSL of its own under the same names as Node's: RTLD_DEEPBIND keeps
/// each to its own. It would also bypass an interposed malloc, so that memory allocated by one
/// allocator were freed by another: with one of those (or a sanitizer) it is left out.
/// NODE_IMSDK_DEEPBIND=0 or 1 decides by hand.
int BindingFlags() {
  const char* by_hand = std::getenv("NODE_IMSDK_DEEPBIND");
  const bool deep = by_hand != nullptr ? std::strcmp(by_hand, "0") != 0 : MallocIsLibcs();
  return deep ? RTLD_DEEPBIND : 0;
}
#else
int BindingFlags() { return 0; }
#endif

}  // namespace

std::string Library::Load(const std::string& path) {
  handle_ = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE | BindingFlags());
  if (handle_ != nullptr) return {};
  const char* reason = dlerror();
  return reason != nullptr ? reason : "dlopen failed without a reason";
}

void* Library::Find(const char* name) const { return dlsym(handle_, name); }

}  // namespace imsdk::sdk

#endif

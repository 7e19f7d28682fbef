// Node-API and libuv are in the host's executable, which is node.exe only in Node.js: Electron's
// has another name. The import of node.exe is delayed, and this hook answers it with the running
// process. Builds with MSVC get the like from node-gyp and cmake-js.
#if defined(_WIN32) && !defined(_MSC_VER)

#include <windows.h>

#include <delayimp.h>

#include <cstring>

namespace {

/// Called on the first use of an imported function, on whatever thread that is.
FARPROC WINAPI ResolveHost(unsigned event, DelayLoadInfo* import) {
  if (event != dliNotePreLoadLibrary || _stricmp(import->szDll, "node.exe") != 0) return nullptr;
  // A Node.js that was built as a library has its functions there.
  HMODULE host = GetModuleHandleW(L"libnode.dll");
  if (host == nullptr) host = GetModuleHandleW(nullptr);
  return reinterpret_cast<FARPROC>(reinterpret_cast<void*>(host));
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that the delay-load helper looks for
extern "C" PfnDliHook __pfnDliNotifyHook2 = ResolveHost;

#endif

#ifdef _WIN32

#include <windows.h>

#include "process/stay_mapped.h"

namespace imsdk {

void StayMapped() {
  HMODULE pinned = nullptr;
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                     reinterpret_cast<LPCWSTR>(&StayMapped), &pinned);
}

}  // namespace imsdk

#endif

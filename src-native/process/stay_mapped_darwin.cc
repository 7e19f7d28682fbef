#ifdef __APPLE__

#include <dlfcn.h>

#include "process/stay_mapped.h"

namespace imsdk {

void StayMapped() {
  Dl_info self{};
  if (dladdr(reinterpret_cast<const void*>(&StayMapped), &self) == 0) return;
  // Loaded already: this only adds the flag.
  dlopen(self.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
}

}  // namespace imsdk

#endif

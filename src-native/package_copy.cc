#include "package_copy.h"

#include <atomic>
#include <cstring>
#include <vector>

#include "process/loaded_modules.h"

#define IMSDK_TEXT_OF(token) #token
#define IMSDK_TEXT(macro) IMSDK_TEXT_OF(macro)

namespace imsdk {
namespace {

/// Counts in the copy that was loaded first, whichever copies use it.
std::atomic<const PackageCopy*>& EngineUser() {
  static std::atomic<const PackageCopy*> user{nullptr};
  return user;
}

const PackageCopy* Claim(const PackageCopy* claimant) {
  const PackageCopy* user = nullptr;
  return EngineUser().compare_exchange_strong(user, claimant) ? claimant : user;
}

void Release(const PackageCopy* claimant) {
  EngineUser().compare_exchange_strong(claimant, nullptr);
}

struct LoadedCopy {
  std::string path;
  const PackageCopy* copy;
};

/// In the order in which they were loaded, which is the same whoever asks: none is ever unloaded.
std::vector<LoadedCopy> LoadedCopies() {
  std::vector<LoadedCopy> copies;
  for (const LoadedSymbol& found : FindInLoadedModules("node_imsdk_copy")) {
    copies.push_back({found.module_path, static_cast<const PackageCopy*>(found.address)});
  }
  // A host that links the addon in, or hides its modules, shows none.
  if (copies.empty()) copies.push_back({"", &node_imsdk_copy});
  return copies;
}

/// `0.1.0 (/path/of/the/addon.node)`
std::string Describe(const PackageCopy* copy, const std::vector<LoadedCopy>& copies) {
  std::string text = copy->version;
  for (const LoadedCopy& loaded : copies) {
    if (loaded.copy == copy) text.append(" (").append(loaded.path).append(")");
  }
  return text;
}

}  // namespace

const PackageCopy& ServingCopy() {
  for (const LoadedCopy& loaded : LoadedCopies()) {
    if (std::strcmp(loaded.copy->version, node_imsdk_copy.version) == 0) return *loaded.copy;
  }
  return node_imsdk_copy;
}

std::string ClaimEngine() {
  const std::vector<LoadedCopy> copies = LoadedCopies();
  const PackageCopy* user = copies.front().copy->claim_engine(&node_imsdk_copy);
  if (user == &node_imsdk_copy) return {};
  return "node-imsdk " + Describe(user, copies) + " uses it, and this is node-imsdk " +
         Describe(&node_imsdk_copy, copies);
}

void ReleaseEngine() { LoadedCopies().front().copy->release_engine(&node_imsdk_copy); }

}  // namespace imsdk

extern "C" const imsdk::PackageCopy node_imsdk_copy = {
    IMSDK_TEXT(NODE_IMSDK_VERSION), imsdk::RegisterAddon, imsdk::Claim, imsdk::Release};

#pragma once

#include <node_api.h>

#include <string>

#ifdef _WIN32
#define IMSDK_SHOWN __declspec(dllexport)
#else
#define IMSDK_SHOWN __attribute__((visibility("default")))
#endif

namespace imsdk {

/// What the copies of this package in one process show each other: node_modules can hold several,
/// each with an addon file of its own, and the engine is one. Plain C, the same in every version:
/// a copy finds those of other versions by it.
struct PackageCopy {
  /// The package's version.
  const char* version;
  /// Fills the exports of an environment.
  napi_value (*register_addon)(napi_env env, napi_value exports);
  /// Asked of the copy that was loaded first: who uses the engine, which is `claimant` from now on
  /// if nobody did. Any thread.
  const PackageCopy* (*claim_engine)(const PackageCopy* claimant);
  /// Asked of the copy that was loaded first: `claimant` could not load the engine. Any thread.
  void (*release_engine)(const PackageCopy* claimant);
};

/// The addon that serves every copy of this version: that of the copy which was loaded first. The
/// others hand their environments on to it, so that all share one engine.
const PackageCopy& ServingCopy();

/// Makes this copy the one that uses the engine. Returns an empty string, or which copy does and
/// which this one is: they are of different versions, and cannot share it.
std::string ClaimEngine();

/// The engine could not be loaded: another copy may.
void ReleaseEngine();

/// In addon.cc.
napi_value RegisterAddon(napi_env env, napi_value exports);

}  // namespace imsdk

// NOLINTNEXTLINE(readability-identifier-naming): an exported symbol
extern "C" IMSDK_SHOWN const imsdk::PackageCopy node_imsdk_copy;

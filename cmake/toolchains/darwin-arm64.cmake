set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(ld64_arch arm64)
include("${CMAKE_CURRENT_LIST_DIR}/darwin-zig.cmake")

set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(ld64_arch x86_64)
include("${CMAKE_CURRENT_LIST_DIR}/darwin-zig.cmake")

# Linux with glibc 2.17 or later, which is what the x64 engine asks for. libc++ is linked in.
set(CMAKE_SYSTEM_NAME Linux)
set(zig_target "${CMAKE_SYSTEM_PROCESSOR}-linux-gnu.2.17")
include("${CMAKE_CURRENT_LIST_DIR}/zig.cmake")
string(APPEND CMAKE_CXX_FLAGS_INIT " -ffunction-sections -fdata-sections")
set(CMAKE_MODULE_LINKER_FLAGS_INIT "-s -Wl,--gc-sections")

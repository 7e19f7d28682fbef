# macOS 11 or later, which is what the engine asks for. zig compiles; LLVM's linker links, because zig's own
# would export all of libc++ beside the module's entry points.
set(CMAKE_SYSTEM_NAME Darwin)
set(CMAKE_OSX_DEPLOYMENT_TARGET 11.0)
set(CMAKE_OSX_SYSROOT "")
set(zig_target "${CMAKE_SYSTEM_PROCESSOR}-macos.${CMAKE_OSX_DEPLOYMENT_TARGET}")
include("${CMAKE_CURRENT_LIST_DIR}/zig.cmake")
find_program(LD64_EXECUTABLE ld64.lld-19 REQUIRED)
set(CMAKE_USER_MAKE_RULES_OVERRIDE_CXX "${CMAKE_CURRENT_LIST_DIR}/darwin-link-rule.cmake")

# Windows 10 and later. clang and lld rather than MinGW's own compiler, whose linker cannot make the delay-load
# table that the import of node.exe needs; headers and runtime are MinGW-w64's, and are linked in.
set(CMAKE_SYSTEM_NAME Windows)
set(mingw "${CMAKE_SYSTEM_PROCESSOR}-w64-mingw32")
find_program(CMAKE_CXX_COMPILER clang++-19 REQUIRED)
find_program(DLLTOOL_EXECUTABLE llvm-dlltool-19 REQUIRED)
set(CMAKE_CXX_COMPILER_TARGET "${CMAKE_SYSTEM_PROCESSOR}-w64-windows-gnu")
set(CMAKE_FIND_ROOT_PATH "/usr/${mingw}")
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_EXE_LINKER_FLAGS_INIT "-fuse-ld=lld-19")
set(CMAKE_CXX_FLAGS_INIT "-ffunction-sections -fdata-sections")
set(CMAKE_MODULE_LINKER_FLAGS_INIT "-fuse-ld=lld-19 -static -s -Wl,--gc-sections -Wl,--no-insert-timestamp")

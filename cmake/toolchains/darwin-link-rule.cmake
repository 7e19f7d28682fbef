# How a module is linked for macOS: see darwin-zig.cmake.
get_property(is_check GLOBAL PROPERTY IN_TRY_COMPILE)
if(is_check)
  return()
endif()
set(scratch "${CMAKE_BINARY_DIR}/darwin-link")

# The archives of libc++ that zig compiles when they are first needed: its linker's command line names them.
file(WRITE "${scratch}/throws.cc" "int main() { try { throw 1; } catch (int) { return 0; } }\n")
execute_process(
  COMMAND ${CMAKE_CXX_COMPILER} ${CMAKE_CXX_COMPILER_ARG1} -target ${zig_target} -O2 -s -v -o throws throws.cc
  WORKING_DIRECTORY "${scratch}" ERROR_VARIABLE command_line RESULT_VARIABLE failed)
# In an order of ours: with a cold cache zig names them as it compiles them, and the order is that of the code.
set(archives)
foreach(name "c[+][+]" "c[+][+]abi" "compiler_rt")
  string(REGEX MATCH "[^ \n]+/lib${name}\\.a" archive "${command_line}")
  if(failed OR archive STREQUAL "")
    message(FATAL_ERROR "zig's archive of lib${name} is not found: ${command_line}")
  endif()
  list(APPEND archives "${archive}")
endforeach()
list(JOIN archives " " archives)

# What a version script is on Linux.
file(READ "${CMAKE_CURRENT_LIST_DIR}/../../src-native/exports.map" exports)
string(REGEX MATCHALL "[a-z]+_[a-z0-9_]+" exports "${exports}")
list(TRANSFORM exports PREPEND "-exported_symbol _")
list(JOIN exports " " exports)

get_filename_component(zig_folder "${ZIG_EXECUTABLE}" DIRECTORY)
string(CONFIGURE "@LD64_EXECUTABLE@ -arch @ld64_arch@ \
-platform_version macos @CMAKE_OSX_DEPLOYMENT_TARGET@ @CMAKE_OSX_DEPLOYMENT_TARGET@ \
-bundle -undefined dynamic_lookup @exports@ -dead_strip -S -x -adhoc_codesign \
-o <TARGET> <OBJECTS> @archives@ @zig_folder@/lib/libc/darwin/libSystem.tbd"
  CMAKE_CXX_CREATE_SHARED_MODULE @ONLY)

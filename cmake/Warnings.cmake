# node_imsdk_warnings: link to it whatever is our own code.
add_library(node_imsdk_warnings INTERFACE)

if(MSVC)
  target_compile_options(node_imsdk_warnings INTERFACE
    /W4 /permissive- /utf-8 /EHsc $<$<BOOL:${NODE_IMSDK_WARNINGS_AS_ERRORS}>:/WX>)
  return()
endif()

target_compile_options(node_imsdk_warnings INTERFACE
  -Wall
  -Wextra
  -Wpedantic
  -Wshadow
  -Wconversion
  -Wsign-conversion
  -Wold-style-cast
  -Wcast-align
  -Wcast-qual
  -Wformat=2
  -Wnon-virtual-dtor
  -Woverloaded-virtual
  -Wundef
  -Wvla
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond>
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-branches>
  $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op>
  $<$<BOOL:${NODE_IMSDK_WARNINGS_AS_ERRORS}>:-Werror>)

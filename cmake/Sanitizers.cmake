# node_imsdk_sanitizers: what NODE_IMSDK_SANITIZE or NODE_IMSDK_VALGRIND asks for, for every target that links to it.
#
# Node.js itself is not instrumented: run it with the sanitizer's run-time library preloaded, which
# `npm run with-sanitizer` does (scripts/with-sanitizer.mjs).
add_library(node_imsdk_sanitizers INTERFACE)

string(REPLACE "," ";" sanitizers "${NODE_IMSDK_SANITIZE}")
foreach(sanitizer IN LISTS sanitizers)
  if(NOT sanitizer MATCHES "^(address|undefined|thread)$")
    message(FATAL_ERROR "NODE_IMSDK_SANITIZE=${NODE_IMSDK_SANITIZE}: know address, undefined, thread")
  endif()
  target_compile_options(node_imsdk_sanitizers INTERFACE -fsanitize=${sanitizer})
  target_link_options(node_imsdk_sanitizers INTERFACE -fsanitize=${sanitizer})
endforeach()
if(NODE_IMSDK_VALGRIND)
  target_compile_options(node_imsdk_sanitizers INTERFACE -g -O1 -fno-omit-frame-pointer)
endif()
if(sanitizers)
  target_compile_options(node_imsdk_sanitizers INTERFACE
    -g -O1 -fno-omit-frame-pointer -fno-sanitize-recover=all -UNDEBUG)
endif()

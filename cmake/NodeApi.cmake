# node_imsdk_node_api: the Node-API headers, and on Windows the import library and the delay-load hook.
# The headers come from the npm packages, so neither cmake nor cmake-js asks a server for Node's.
find_program(NODE_EXECUTABLE node REQUIRED)

function(npm_include_dir output package)
  execute_process(
    COMMAND "${NODE_EXECUTABLE}" -p "const p = require('${package}').include_dir; require('path').resolve(p)"
    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}"
    OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE
    RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "The npm package ${package} is not installed: run `npm ci` first")
  endif()
  file(TO_CMAKE_PATH "${folder}" folder)
  set(${output} "${folder}" PARENT_SCOPE)
endfunction()

npm_include_dir(node_api_headers node-api-headers)
npm_include_dir(node_addon_api node-addon-api)

add_library(node_imsdk_node_api INTERFACE)
target_include_directories(node_imsdk_node_api SYSTEM INTERFACE "${node_addon_api}" "${node_api_headers}")

if(APPLE)
  target_link_options(node_imsdk_node_api INTERFACE "LINKER:-undefined,dynamic_lookup")
elseif(MSVC)
  # cmake-js names the definition file, the import library to make of it, and its delay-load hook.
  if(CMAKE_JS_NODELIB_DEF AND CMAKE_JS_NODELIB_TARGET)
    execute_process(COMMAND "${CMAKE_AR}" "/def:${CMAKE_JS_NODELIB_DEF}" "/out:${CMAKE_JS_NODELIB_TARGET}"
      COMMAND_ERROR_IS_FATAL ANY)
  endif()
  target_sources(node_imsdk_node_api INTERFACE ${CMAKE_JS_SRC})
  target_link_libraries(node_imsdk_node_api INTERFACE ${CMAKE_JS_LIB} delayimp)
  target_link_options(node_imsdk_node_api INTERFACE "/DELAYLOAD:node.exe")
elseif(MINGW)
  include(NodeImportLibrary)
endif()

# The import library for what node.exe exports, made here with LLVM's tool: lld delays the loading only of
# libraries that this one has made. The hook is src-native/bridge/host_module_win.cc.
set(node_library "${CMAKE_BINARY_DIR}/libnode.a")
set(node_exports "${CMAKE_BINARY_DIR}/node.def")

file(STRINGS "${node_api_headers}/../def/node_api.def" node_api_names REGEX "^(napi|node_api)_")
set(uv_abi "${CMAKE_CURRENT_SOURCE_DIR}/src-native/bridge/uv_abi.h")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${uv_abi}")
file(READ "${uv_abi}" uv_declarations)
string(REGEX MATCHALL "uv_[a-z_]+\\(" uv_names "${uv_declarations}")
string(REPLACE "(" "" uv_names "${uv_names}")
list(JOIN node_api_names "\n" node_api_names)
list(JOIN uv_names "\n" uv_names)
file(WRITE "${node_exports}" "LIBRARY node.exe\nEXPORTS\n${node_api_names}\n${uv_names}\n")

if(CMAKE_SIZEOF_VOID_P EQUAL 8)
  set(machine i386:x86-64)
else()
  set(machine i386)
endif()
execute_process(
  COMMAND "${DLLTOOL_EXECUTABLE}" -m ${machine} -d "${node_exports}" -l "${node_library}"
  COMMAND_ERROR_IS_FATAL ANY)
target_link_libraries(node_imsdk_node_api INTERFACE "${node_library}")
target_link_options(node_imsdk_node_api INTERFACE LINKER:--delayload=node.exe)

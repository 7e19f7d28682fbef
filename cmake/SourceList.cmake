# Reads src-native/sources.gypi, the one list that binding.gyp reads too, and the package's version. The list is a gyp include written as
# strict JSON, so that CMake can read it.
set(sources_list "${CMAKE_CURRENT_SOURCE_DIR}/src-native/sources.gypi")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${sources_list}")
file(READ "${sources_list}" sources_json)

function(read_json_list output name)
  string(JSON count LENGTH "${sources_json}" variables ${name})
  set(items "")
  if(count GREATER 0)
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
      string(JSON item GET "${sources_json}" variables ${name} ${index})
      list(APPEND items "${item}")
    endforeach()
  endif()
  set(${output} "${items}" PARENT_SCOPE)
endfunction()

set(package_json "${CMAKE_CURRENT_SOURCE_DIR}/package.json")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${package_json}")
file(READ "${package_json}" package)
string(JSON PACKAGE_VERSION GET "${package}" version)

read_json_list(ADDON_SOURCES addon_sources)
read_json_list(ADDON_DEFINES addon_defines)

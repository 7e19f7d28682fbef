# Builds the addon on the machine that it is for: from a clone, and at install time where no prebuild fits.
# Prebuilds and the developer's build come from CMakeLists.txt; both read src-native/sources.gypi.
{
  'includes': ['src-native/sources.gypi'],
  'targets': [
    {
      'target_name': 'node_imsdk',
      'sources': ['<@(addon_sources)'],
      'include_dirs': [
        'src-native',
        "<!(node -p \"require('node-addon-api').include_dir\")",
      ],
      'defines': [
        '<@(addon_defines)',
        # Copies of one version that meet in a process share the engine.
        "NODE_IMSDK_VERSION=<!(node -p \"require('./package.json').version\")",
      ],

      # The C++ library throws (allocation, threads), and the engine's callback has to catch that before
      # it crosses the C ABI. So exceptions stay on, although the Node-API wrapper does not use them.
      'cflags!': ['-fno-exceptions'],
      'cflags_cc!': ['-fno-exceptions', '-fno-rtti', '-std=gnu++17', '-std=gnu++20'],
      'cflags_cc': [
        '-std=c++17',
        '-fexceptions',
        '-fvisibility=hidden',
        '-fvisibility-inlines-hidden',
        '-Wall',
        '-Wextra',
      ],
      'configurations': {
        'Release': {'defines': ['NDEBUG']},
      },

      'conditions': [
        ["OS=='linux'", {
          'ldflags': [
            # The engine may call back after the last environment is gone: the addon must stay mapped.
            '-Wl,-z,nodelete',
            '-Wl,--version-script=<(module_root_dir)/src-native/exports.map',
          ],
          'libraries': ['-ldl', '-lpthread'],
        }],
        ["OS=='mac'", {
          'xcode_settings': {
            'MACOSX_DEPLOYMENT_TARGET': '11.0',
            'CLANG_CXX_LANGUAGE_STANDARD': 'c++17',
            'CLANG_CXX_LIBRARY': 'libc++',
            'GCC_ENABLE_CPP_EXCEPTIONS': 'YES',
            'GCC_ENABLE_CPP_RTTI': 'YES',
            'GCC_SYMBOLS_PRIVATE_EXTERN': 'YES',
            'OTHER_CPLUSPLUSFLAGS': ['-fvisibility-inlines-hidden'],
          },
        }],
        ["OS=='win'", {
          # node-gyp adds its delay-load hook by itself, so the addon also loads in a renamed host (Electron).
          'defines': ['UNICODE', '_UNICODE', 'NOMINMAX', 'WIN32_LEAN_AND_MEAN', '_HAS_EXCEPTIONS=1'],
          'defines!': ['_HAS_EXCEPTIONS=0'],
          'msvs_settings': {
            'VCCLCompilerTool': {
              'ExceptionHandling': 1,
              'RuntimeTypeInfo': 'true',
              'AdditionalOptions!': ['-std:c++17', '-std:c++20'],
              'AdditionalOptions': ['/std:c++17', '/utf-8'],
            },
          },
        }],
      ],
    },
  ],
}

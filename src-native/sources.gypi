{
  "variables": {
    "addon_sources": [
      "src-native/addon.cc",
      "src-native/env_data.cc",
      "src-native/bridge/call_thread.cc",
      "src-native/bridge/completion_channel.cc",
      "src-native/bridge/host_module_win.cc",
      "src-native/bridge/json_scan.cc",
      "src-native/bridge/text.cc",
      "src-native/bridge/text_and_reply.cc",
      "src-native/bridge/thread_start_posix.cc",
      "src-native/bridge/thread_start_win.cc",
      "src-native/bridge/ticket_table.cc",
      "src-native/process/console_filter.cc",
      "src-native/process/engine_process.cc",
      "src-native/process/local_login.cc",
      "src-native/process/log_watch.cc",
      "src-native/process/session.cc",
      "src-native/process/stay_mapped_darwin.cc",
      "src-native/process/stay_mapped_win.cc",
      "src-native/process/store_lock_posix.cc",
      "src-native/process/store_lock_win.cc",
      "src-native/process/store_switch.cc",
      "src-native/sdk/call_table.cc",
      "src-native/sdk/library_posix.cc",
      "src-native/sdk/library_win.cc"
    ],
    "addon_defines": [
      "NAPI_VERSION=8",
      "NAPI_DISABLE_CPP_EXCEPTIONS",
      "NODE_API_NO_EXTERNAL_BUFFERS_ALLOWED"
    ]
  }
}

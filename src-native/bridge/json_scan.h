#pragma once

#include <string>
#include <string_view>

namespace imsdk {

/// What one pass over a JSON text finds, on the engine's thread, so that the JavaScript thread can
/// use JSON.parse and still lose nothing, or need not parse at all.
struct JsonScan {
  /// The integers that a JavaScript number would round, as a JSON array of their places: a list of
  /// keys and indices, then the digits: `[["message_unique_id","7711289293730507003"]]`. Empty
  /// when there are none.
  std::string exact_integers;
  /// The raw contents (escapes and all) of the top-level strings `message_msg_id` and
  /// `message_conv_id`; empty where there is none.
  std::string message_id;
  std::string conversation_id;
};

/// Scans any bytes; for what is not JSON the result says nothing in particular. Never throws but
/// for want of memory, and takes time linear in the text.
JsonScan ScanJson(std::string_view json);

}  // namespace imsdk

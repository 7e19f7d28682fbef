#pragma once

#include <napi.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "bridge/text.h"

namespace imsdk {

napi_value ToJs(napi_env env, const Text& text);

/// Texts of answers that arrived together, outside of JavaScript's heap until they are read: many
/// never are, and the garbage collector would copy each some times. A page is let go with the last
/// answer that holds it.
///
/// JavaScript thread.
class TextPage {
 public:
  /// Smaller texts, in bytes, are not worth a place on a page.
  static constexpr size_t kLeastText = 1024;
  /// What the texts of a page have together at least: a page costs some microseconds, to be made
  /// and let go.
  static constexpr size_t kLeast = size_t{16} * 1024;

  /// Adds a text, and says as which one, counting from 1.
  uint32_t Add(Text text);

  /// The page as a JavaScript value, which owns it from now on, and of which the garbage collector
  /// knows how large it is.
  static napi_value ToJs(napi_env env, std::unique_ptr<TextPage> page);

  /// The string of one text of a page.
  static napi_value Read(napi_env env, napi_value page, uint32_t place);

 private:
  std::vector<Text> texts_;
  size_t bytes_ = 0;
};

}  // namespace imsdk

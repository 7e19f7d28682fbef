#pragma once

#include <string>
#include <string_view>

namespace imsdk {

/// A string in the form that JavaScript takes with a plain copy: one byte a character where every
/// character is below U+0100, UTF-16 otherwise. Decoding happens on the engine's thread, so that
/// the JavaScript thread does not pay for it.
struct Text {
  std::string latin1;
  std::u16string utf16;

  bool IsLatin1() const { return utf16.empty(); }
  size_t Bytes() const { return latin1.size() + utf16.size() * sizeof(char16_t); }
};

/// Decodes UTF-8, and puts U+FFFD for what is not UTF-8 (one for each maximal ill-formed part, as
/// every Web API does): the engine hands out verbatim whatever bytes were once stored.
Text DecodeUtf8(std::string_view bytes);

/// Replaces each escaped surrogate in a JSON text that JSON.stringify made by U+FFFD, in place.
/// JSON.stringify escapes surrogates only where they are lone; the engine silently drops the
/// element that carries one.
void ReplaceLoneSurrogates(std::string& json);

}  // namespace imsdk

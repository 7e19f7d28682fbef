// ReplaceLoneSurrogates: on texts as JSON.stringify makes them it does what it should, and on any
// bytes it stays within them.
#include <array>
#include <string>

#include "bridge/text.h"
#include "fuzz_input.h"

namespace {

std::string UnicodeEscape(unsigned unit) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "\\u%04x", unit);
  return text.data();
}

/// Appends one piece of a JSON string to `json`, and what it has to become to `expected`.
void AppendPiece(fuzz::Input& input, std::string& json, std::string& expected) {
  constexpr unsigned kSurrogates = 0xD800;
  std::string piece;
  switch (input.Byte() % 7) {
    case 0:  // a lone surrogate
      json += UnicodeEscape(kSurrogates + (input.Byte() % 8U) * 0x100U + input.Byte());
      expected += "\xEF\xBF\xBD";
      return;
    case 1:  // any other escape with digits: JSON.stringify writes control characters so
      piece = UnicodeEscape(input.Byte() % 0x20U);
      break;
    case 2:
      piece = "\\\\";
      break;
    case 3:
      piece = "\\\"";
      break;
    case 4:
      piece = "\xF0\x9F\x98\x80";
      break;
    case 5:  // what looks like an escape behind an escaped backslash
      piece = "\\\\ud800";
      break;
    default:
      piece = std::string(1, static_cast<char>('a' + input.Byte() % 26));
      break;
  }
  json += piece;
  expected += piece;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string bytes(data, data + size);
  imsdk::ReplaceLoneSurrogates(bytes);
  fuzz::Require(bytes.size() <= size, "no text grows");

  fuzz::Input input(data, size);
  std::string json = "\"";
  std::string expected = "\"";
  while (!input.IsEmpty()) AppendPiece(input, json, expected);
  json += '"';
  expected += '"';
  imsdk::ReplaceLoneSurrogates(json);
  fuzz::Require(json == expected, "each lone surrogate is replaced, and nothing else");
  return 0;
}

// DecodeUtf8 against the decoder of the Encoding Standard, which every Web API follows.
#include <string>
#include <string_view>

#include "bridge/text.h"
#include "fuzz_input.h"

namespace {

/// The standard's algorithm, state by state (encoding.spec.whatwg.org, UTF-8 decoder).
std::u32string ReferenceDecode(std::string_view bytes) {
  std::u32string out;
  char32_t point = 0;
  int needed = 0;
  int seen = 0;
  unsigned lower = 0x80;
  unsigned upper = 0xBF;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const unsigned byte = static_cast<unsigned char>(bytes[i]);
    if (needed == 0) {
      if (byte <= 0x7F) {
        out.push_back(byte);
      } else if (byte >= 0xC2 && byte <= 0xDF) {
        needed = 1;
        point = byte & 0x1F;
      } else if (byte >= 0xE0 && byte <= 0xEF) {
        if (byte == 0xE0) lower = 0xA0;
        if (byte == 0xED) upper = 0x9F;
        needed = 2;
        point = byte & 0xF;
      } else if (byte >= 0xF0 && byte <= 0xF4) {
        if (byte == 0xF0) lower = 0x90;
        if (byte == 0xF4) upper = 0x8F;
        needed = 3;
        point = byte & 0x7;
      } else {
        out.push_back(0xFFFD);
      }
      continue;
    }
    const bool continues = byte >= lower && byte <= upper;
    lower = 0x80;
    upper = 0xBF;
    if (!continues) {
      point = 0;
      needed = seen = 0;
      out.push_back(0xFFFD);
      --i;  // the byte is read again
      continue;
    }
    point = (point << 6) | (byte & 0x3F);
    if (++seen < needed) continue;
    out.push_back(point);
    point = 0;
    needed = seen = 0;
  }
  if (needed != 0) out.push_back(0xFFFD);
  return out;
}

std::u32string Points(const imsdk::Text& text) {
  std::u32string out;
  for (const char c : text.latin1) out.push_back(static_cast<unsigned char>(c));
  for (size_t i = 0; i < text.utf16.size(); ++i) {
    const char32_t unit = text.utf16[i];
    if (unit < 0xD800 || unit > 0xDFFF) {
      out.push_back(unit);
      continue;
    }
    fuzz::Require(unit < 0xDC00 && i + 1 < text.utf16.size(), "a high surrogate has its low one");
    const char32_t low = text.utf16[++i];
    fuzz::Require(low >= 0xDC00 && low <= 0xDFFF, "a low surrogate follows a high one");
    out.push_back(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(data, data + size);
  const imsdk::Text text = imsdk::DecodeUtf8(bytes);
  fuzz::Require(text.latin1.empty() || text.utf16.empty(), "a text has one form");
  fuzz::Require(Points(text) == ReferenceDecode(bytes), "decoded as the standard says");
  return 0;
}

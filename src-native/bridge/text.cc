#include "bridge/text.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace imsdk {
namespace {

constexpr char16_t kReplacement = 0xFFFD;

size_t AsciiPrefix(std::string_view bytes) {
  constexpr uint64_t kHighBits = 0x8080808080808080ULL;
  size_t i = 0;
  for (; i + sizeof(uint64_t) <= bytes.size(); i += sizeof(uint64_t)) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, sizeof word);
    if ((word & kHighBits) != 0) break;
  }
  while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) ++i;
  return i;
}

/// What one lead byte allows: how many bytes follow, and the range of the first of them, which is
/// what excludes overlong forms, surrogates and values past U+10FFFF.
struct Lead {
  int following;
  unsigned char low;
  unsigned char high;
};

Lead Classify(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
  if (lead == 0xE0) return {2, 0xA0, 0xBF};
  if (lead == 0xED) return {2, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
  if (lead == 0xF0) return {3, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
  if (lead == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

/// Reads one character beyond ASCII at `i` and moves `i` past it, or past the ill-formed part.
char32_t NextCharacter(std::string_view bytes, size_t& i) {
  const auto lead = static_cast<unsigned char>(bytes[i++]);
  const Lead form = Classify(lead);
  if (form.following == 0) return kReplacement;
  char32_t character = lead & (0x3FU >> form.following);
  unsigned char low = form.low;
  unsigned char high = form.high;
  for (int k = 0; k < form.following; ++k) {
    if (i >= bytes.size()) return kReplacement;
    const auto next = static_cast<unsigned char>(bytes[i]);
    if (next < low || next > high) return kReplacement;
    character = (character << 6) | (next & 0x3FU);
    low = 0x80;
    high = 0xBF;
    ++i;
  }
  return character;
}

void AppendUtf16(std::u16string& out, char32_t character) {
  if (character < 0x10000) {
    out.push_back(static_cast<char16_t>(character));
    return;
  }
  const char32_t offset = character - 0x10000;
  out.push_back(static_cast<char16_t>(0xD800 + (offset >> 10)));
  out.push_back(static_cast<char16_t>(0xDC00 + (offset & 0x3FF)));
}

bool FitsLatin1(std::string_view bytes, size_t from) {
  for (size_t i = from; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) continue;
    // U+0080 to U+00FF are exactly the two-byte forms that begin with C2 or C3.
    if ((byte != 0xC2 && byte != 0xC3) || i + 1 >= bytes.size()) return false;
    const auto next = static_cast<unsigned char>(bytes[++i]);
    if (next < 0x80 || next > 0xBF) return false;
  }
  return true;
}

}  // namespace

Text DecodeUtf8(std::string_view bytes) {
  Text text;
  size_t i = AsciiPrefix(bytes);
  if (i == bytes.size() || FitsLatin1(bytes, i)) {
    text.latin1.assign(bytes.data(), i);
    while (i < bytes.size()) {
      const auto byte = static_cast<unsigned char>(bytes[i++]);
      if (byte < 0x80) {
        text.latin1.push_back(static_cast<char>(byte));
      } else {
        const auto next = static_cast<unsigned char>(bytes[i++]);
        text.latin1.push_back(static_cast<char>(((byte & 0x03U) << 6) | (next & 0x3FU)));
      }
    }
    return text;
  }
  text.utf16.reserve(bytes.size());
  for (i = 0; i < bytes.size();) {
    const size_t ascii = AsciiPrefix(bytes.substr(i));
    const char* run = bytes.data() + i;
    text.utf16.append(run, run + ascii);
    for (i += ascii; i < bytes.size() && static_cast<unsigned char>(bytes[i]) >= 0x80;) {
      AppendUtf16(text.utf16, NextCharacter(bytes, i));
    }
  }
  return text;
}

void ReplaceLoneSurrogates(std::string& json) {
  constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";
  constexpr size_t kEscapeLength = 6;  // backslash, u, four digits
  size_t out = 0;
  bool changed = false;
  for (size_t i = 0; i < json.size();) {
    const char* from = json.data() + i;
    const void* found = std::memchr(from, '\\', json.size() - i);
    const size_t plain = found == nullptr
                             ? json.size() - i
                             : static_cast<size_t>(static_cast<const char*>(found) - from);
    if (changed) std::memmove(json.data() + out, from, plain);
    out += plain;
    i += plain;
    if (i + 1 >= json.size()) break;
    const bool surrogate = i + kEscapeLength <= json.size() && json[i + 1] == 'u' &&
                           (json[i + 2] | 0x20) == 'd' && json[i + 3] >= '8';
    if (surrogate) {
      json.replace(out, kReplacementUtf8.size(), kReplacementUtf8);
      out += kReplacementUtf8.size();
      i += kEscapeLength;
      changed = true;
    } else {
      json[out++] = json[i++];
      json[out++] = json[i++];
    }
  }
  if (changed) json.resize(out);
}

}  // namespace imsdk

#include "bridge/json_argument.h"

#include <algorithm>
#include <cstdint>

#include "bridge/text.h"

namespace imsdk {
namespace {

// So many units are looked at together, and copied together where each is one byte; compilers make
// vector instructions of both. So many are converted at once before they are appended.
constexpr size_t kBlock = 16;
constexpr size_t kChunk = 512;
constexpr size_t kMostBytesOfUnit = 6;

// Kinds of unit. `Differs` is 0 for a unit of the kind: without branches, and as wide as a unit, as
// compilers make vector instructions of nothing else.

struct Ascii {
  static uint16_t Differs(char16_t unit) { return unit & 0xFF80U; }
};

/// What a JSON string holds as it is, and takes one byte.
struct PlainInJson {
  static uint16_t Differs(char16_t unit) {
    return (unit & 0xFF80U) | (unit < 0x20 ? 1U : 0U) | (unit == u'"' ? 1U : 0U) |
           (unit == u'\\' ? 1U : 0U);
  }
};

/// What takes three bytes, and is no half of a pair: Chinese, among others.
struct ThreeBytes {
  static uint16_t Differs(char16_t unit) {
    return (unit < 0x800 ? 1U : 0U) | (unit >= 0xD800 ? 1U : 0U);
  }
};

char16_t ToUtf16(char16_t unit) { return unit; }
char16_t ToUtf16(char latin1) { return static_cast<unsigned char>(latin1); }

template <class Kind, class Unit>
bool IsBlockOf(const Unit* units) {
  uint16_t differences = 0;
  for (size_t k = 0; k < kBlock; ++k) differences |= Kind::Differs(ToUtf16(units[k]));
  return differences == 0;
}

bool IsLeadSurrogate(char16_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool IsTrailSurrogate(char16_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// These write at `out`, and return the end of what they wrote.

char* WriteThreeBytes(char* out, char32_t character) {
  out[0] = static_cast<char>(0xE0 | (character >> 12));
  out[1] = static_cast<char>(0x80 | ((character >> 6) & 0x3F));
  out[2] = static_cast<char>(0x80 | (character & 0x3F));
  return out + 3;
}

/// The character beyond ASCII at `i`, which is moved past it.
template <class Unit>
char* WriteCharacter(char* out, std::basic_string_view<Unit> text, size_t& i) {
  constexpr char32_t kReplacement = 0xFFFD;
  const char16_t unit = ToUtf16(text[i++]);
  if (unit < 0x800) {
    *out++ = static_cast<char>(0xC0 | (unit >> 6));
    *out++ = static_cast<char>(0x80 | (unit & 0x3F));
    return out;
  }
  if (!IsLeadSurrogate(unit) && !IsTrailSurrogate(unit)) return WriteThreeBytes(out, unit);
  if (!IsLeadSurrogate(unit) || i >= text.size() || !IsTrailSurrogate(ToUtf16(text[i]))) {
    return WriteThreeBytes(out, kReplacement);
  }
  const char32_t high = unit - 0xD800U + 0x40;
  const char32_t low = ToUtf16(text[i++]) - 0xDC00U;
  *out++ = static_cast<char>(0xF0 | (high >> 8));
  *out++ = static_cast<char>(0x80 | ((high >> 2) & 0x3F));
  *out++ = static_cast<char>(0x80 | ((high & 0x3) << 4) | (low >> 6));
  *out++ = static_cast<char>(0x80 | (low & 0x3F));
  return out;
}

/// ASCII that JSON does not hold as it is.
char* WriteEscaped(char* out, char16_t unit) {
  constexpr std::string_view kShort = "\b\t\n\f\r\"\\";
  constexpr std::string_view kShortNames = "btnfr\"\\";
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  *out++ = '\\';
  const size_t place = kShort.find(static_cast<char>(unit));
  if (place != std::string_view::npos) {
    *out++ = kShortNames[place];
    return out;
  }
  for (const char c : {'u', '0', '0', kHexDigits[unit >> 4], kHexDigits[unit & 0xF]}) *out++ = c;
  return out;
}

/// Up to a block, a unit after the other.
template <class Plain, class Unit>
char* WriteUnits(char* out, std::basic_string_view<Unit> text, size_t& i, size_t until) {
  while (i < until) {
    const char16_t unit = ToUtf16(text[i]);
    if (unit >= 0x80) {
      out = WriteCharacter(out, text, i);
      continue;
    }
    ++i;
    if (Plain::Differs(unit) == 0) {
      *out++ = static_cast<char>(unit);
    } else {
      out = WriteEscaped(out, unit);
    }
  }
  return out;
}

template <class Plain, class Unit>
void Append(std::string& out, std::basic_string_view<Unit> text) {
  char chunk[kChunk * kMostBytesOfUnit];
  for (size_t i = 0; i < text.size();) {
    char* end = chunk;
    const size_t chunk_ends = std::min(i + kChunk, text.size());
    while (i < chunk_ends) {
      const Unit* units = text.data() + i;
      const bool is_whole = chunk_ends - i >= kBlock;
      if (is_whole && IsBlockOf<Plain>(units)) {
        for (size_t k = 0; k < kBlock; ++k) *end++ = static_cast<char>(units[k]);
        i += kBlock;
      } else if (is_whole && IsBlockOf<ThreeBytes>(units)) {
        for (size_t k = 0; k < kBlock; ++k) end = WriteThreeBytes(end, ToUtf16(units[k]));
        i += kBlock;
      } else {
        end = WriteUnits<Plain>(end, text, i, std::min(i + kBlock, chunk_ends));
      }
    }
    out.append(chunk, static_cast<size_t>(end - chunk));
  }
}

}  // namespace

void AppendUtf8(std::string& out, std::u16string_view text) { Append<Ascii>(out, text); }

void AppendJsonContents(std::string& out, std::string_view latin1) {
  Append<PlainInJson>(out, latin1);
}

void AppendJsonContents(std::string& out, std::u16string_view text) {
  Append<PlainInJson>(out, text);
}

std::string JsonArgument::ToUtf8() const {
  std::string text;
  text.reserve(json.size);
  AppendUtf8(text, json.View());
  ReplaceLoneSurrogates(text);
  if (long_texts.empty()) return text;

  std::string quoted_mark = "\"";
  AppendUtf8(quoted_mark, mark.View());
  quoted_mark.push_back('"');
  size_t room = text.size();
  for (const auto& long_text : long_texts) {
    std::visit([&](const auto& copied) { room += copied.size; }, long_text);
  }
  std::string whole;
  whole.reserve(room);
  size_t from = 0;
  for (const auto& long_text : long_texts) {
    const size_t at = text.find(quoted_mark, from);
    if (at == std::string::npos) break;  // cannot be: each was written into the text
    whole.append(text, from, at - from).push_back('"');
    std::visit([&](const auto& copied) { AppendJsonContents(whole, copied.View()); }, long_text);
    whole.push_back('"');
    from = at + quoted_mark.size();
  }
  return whole.append(text, from);
}

}  // namespace imsdk

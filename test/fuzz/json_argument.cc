// JsonArgument and what it is made of: whatever the UTF-16, the UTF-8 is what reading it back
// gives, with lone surrogates replaced, and long texts stand where their marks stood.
#include <string>
#include <string_view>
#include <utility>

#include "bridge/json_argument.h"
#include "bridge/text.h"
#include "fuzz_input.h"

namespace {

std::u16string Decoded(const std::string& utf8) {
  const imsdk::Text text = imsdk::DecodeUtf8(utf8);
  if (!text.IsLatin1()) return text.utf16;
  std::u16string widened;
  for (const char c : text.latin1) widened.push_back(static_cast<unsigned char>(c));
  return widened;
}

/// As JavaScript's toWellFormed does it.
std::u16string WellFormed(std::u16string_view text) {
  std::u16string result;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_lead = text[i] >= 0xD800 && text[i] < 0xDC00;
    const bool is_trail = text[i] >= 0xDC00 && text[i] < 0xE000;
    const bool has_trail = i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
    if (is_lead && has_trail) {
      result.append(text.substr(i++, 2));
    } else {
      result.push_back(is_lead || is_trail ? char16_t{0xFFFD} : text[i]);
    }
  }
  return result;
}

/// The contents of a JSON string.
std::string Unescaped(std::string_view contents) {
  std::string result;
  for (size_t i = 0; i < contents.size(); ++i) {
    const auto byte = static_cast<unsigned char>(contents[i]);
    fuzz::Require(byte >= 0x20 && byte != '"', "nothing stands in a JSON string that must not");
    if (byte != '\\') {
      result.push_back(contents[i]);
      continue;
    }
    const char escape = contents.at(++i);
    constexpr std::string_view kNames = "btnfr\"\\";
    constexpr std::string_view kMeant = "\b\t\n\f\r\"\\";
    const size_t place = kNames.find(escape);
    if (place != std::string_view::npos) {
      result.push_back(kMeant[place]);
      continue;
    }
    fuzz::Require(escape == 'u', "an escape is one of JSON's");
    result.push_back(
        static_cast<char>(std::stoi(std::string(contents.substr(i + 1, 4)), nullptr, 16)));
    i += 4;
  }
  return result;
}

template <class Unit>
imsdk::Copied<Unit> Copy(std::basic_string_view<Unit> text) {
  auto units = imsdk::Copied<Unit>::Allocate(text.size());
  text.copy(units.get(), text.size());
  return {std::move(units), text.size()};
}

/// Units of which many are likely to differ in kind, and some to be of one kind for long.
std::u16string TextFrom(fuzz::Input& input) {
  std::u16string text;
  while (!input.IsEmpty() && text.size() < 4096) {
    const uint8_t kind = input.Byte();
    const auto unit = static_cast<char16_t>(input.Byte() | (kind % 4 == 0 ? 0 : input.Byte() << 8));
    text.append(kind % 8 == 7 ? 1 + kind : 1, unit);
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::Input input(data, size);
  const std::u16string text = TextFrom(input);
  std::string utf8;
  imsdk::AppendUtf8(utf8, text);
  fuzz::Require(Decoded(utf8) == WellFormed(text), "UTF-8 is the same text");

  std::string contents;
  imsdk::AppendJsonContents(contents, text);
  fuzz::Require(Unescaped(contents) == utf8, "a JSON string holds the same text");

  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::u16string widened;
  for (const char c : bytes) widened.push_back(static_cast<unsigned char>(c));
  std::string from_latin1;
  std::string from_utf16;
  imsdk::AppendJsonContents(from_latin1, bytes);
  imsdk::AppendJsonContents(from_utf16, widened);
  fuzz::Require(from_latin1 == from_utf16, "Latin-1 is what its UTF-16 is");

  imsdk::JsonArgument argument{
      Copy<char16_t>(u"[\"mark\",1,\"mark\"]"), Copy<char16_t>(u"mark"), {}};
  argument.long_texts.emplace_back(Copy<char16_t>(text));
  argument.long_texts.emplace_back(Copy<char>(bytes));
  fuzz::Require(argument.ToUtf8() == "[\"" + contents + "\",1,\"" + from_latin1 + "\"]",
                "long texts stand in the places of the marks");
  return 0;
}

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace imsdk {

/// A JavaScript string as it was copied, in Latin-1 or UTF-16. Not a standard string, which would
/// be filled with zeros before the copy: half of what copying a long one costs.
template <class Unit>
struct Copied {
  std::unique_ptr<Unit[]> units;
  size_t size = 0;

  /// Room for so many units.
  static std::unique_ptr<Unit[]> Allocate(size_t count) {
    return std::unique_ptr<Unit[]>(new Unit[count]);
  }

  std::basic_string_view<Unit> View() const { return {units.get(), size}; }
};
using Latin1 = Copied<char>;
using Utf16 = Copied<char16_t>;

/// A JSON argument on its way to the engine, as lib/json/stringify.ts made it: a text, in which a
/// mark stands for each of some long strings, and those strings. The JavaScript thread only copies;
/// converting them, and putting the strings in their places, is done on the call thread.
struct JsonArgument {
  Utf16 json;
  /// What a string of JSON is that stands for the next of `long_texts`.
  Utf16 mark;
  std::vector<std::variant<Latin1, Utf16>> long_texts;

  /// The JSON as the engine takes it. Each lone surrogate becomes U+FFFD: the engine silently drops
  /// an element that carries one.
  std::string ToUtf8() const;
};

/// Appends UTF-16 as UTF-8, lone surrogates as U+FFFD.
void AppendUtf8(std::string& out, std::u16string_view text);

/// Appends a text as the UTF-8 contents of a JSON string.
void AppendJsonContents(std::string& out, std::string_view latin1);
void AppendJsonContents(std::string& out, std::u16string_view text);

}  // namespace imsdk

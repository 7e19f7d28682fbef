#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scripted {

/// As much of JSON as scripts and the engine's parameters need. Numbers are doubles.
struct Json {
  enum class Kind { kNull, kBool, kNumber, kString, kArray, kObject };

  Kind kind = Kind::kNull;
  double number = 0;  // a boolean's 0 or 1 too
  std::string text;
  std::vector<Json> items;
  std::vector<std::pair<std::string, Json>> fields;
  /// The part of the source that this value is.
  std::string_view source;

  /// An object's field, or nullptr.
  const Json* Find(std::string_view name) const;
  double NumberOr(std::string_view name, double otherwise) const;
  bool BoolOr(std::string_view name, bool otherwise) const;
  std::string TextOr(std::string_view name, std::string_view otherwise) const;
};

/// Nothing for what is not JSON. The source must outlive the value.
std::optional<Json> ParseJson(std::string_view source);

/// Bytes that are written in hexadecimal.
std::string FromHex(std::string_view hex);

/// The text as a JSON string, quotes included.
std::string Quoted(std::string_view text);

}  // namespace scripted

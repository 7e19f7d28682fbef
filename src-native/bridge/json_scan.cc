#include "bridge/json_scan.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace imsdk {
namespace {

/// One open object or array: the key or the index that the scan is at.
struct Level {
  bool is_array;
  size_t index;
  std::string_view key;  // with its quotes
};

/// Deeper numbers are left to JSON.parse: the engine nests a dozen levels, and a hostile text must
/// not make the list of places larger than a fixed multiple of itself.
constexpr size_t kDeepestPlace = 256;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Whether a JavaScript number holds the integer written by these digits exactly.
bool IsSafeInteger(std::string_view digits) {
  constexpr std::string_view kMaxSafe = "9007199254740991";
  return digits.size() < kMaxSafe.size() ||
         (digits.size() == kMaxSafe.size() && digits <= kMaxSafe);
}

class Scanner {
 public:
  explicit Scanner(std::string_view json) : json_(json) {}

  JsonScan Run() {
    while (at_ < json_.size()) Step();
    if (!scan_.exact_integers.empty()) scan_.exact_integers.push_back(']');
    return std::move(scan_);
  }

 private:
  void Step() {
    const char c = json_[at_];
    if (c == '"') {
      String();
    } else if (c == '-' || IsDigit(c)) {
      Number();
    } else {
      ++at_;
      if (c == '{' || c == '[') {
        levels_.push_back({c == '[', 0, {}});
        expects_key_ = c == '{';
      } else if (c == '}' || c == ']') {
        if (!levels_.empty()) levels_.pop_back();
        expects_key_ = false;
      } else if (c == ',' && !levels_.empty()) {
        Level& level = levels_.back();
        ++level.index;
        expects_key_ = !level.is_array;
      } else if (c == ':') {
        expects_key_ = false;
      }
    }
  }

  void String() {
    const size_t start = at_;
    do {
      at_ = json_.find('"', at_ + 1);
    } while (at_ != std::string_view::npos && IsEscaped(at_));
    if (at_ == std::string_view::npos) {
      at_ = json_.size();
      return;
    }
    const std::string_view quoted = json_.substr(start, ++at_ - start);
    if (expects_key_ && !levels_.empty()) {
      levels_.back().key = quoted;
    } else if (levels_.size() == 1) {
      Capture(quoted.substr(1, quoted.size() - 2));
    }
  }

  /// Inside a string: whether an odd number of backslashes stands right before.
  bool IsEscaped(size_t at) const {
    size_t run = at;
    while (json_[run - 1] == '\\') --run;
    return (at - run) % 2 == 1;
  }

  void Capture(std::string_view content) {
    const std::string_view key = levels_.back().key;
    if (key == "\"message_msg_id\"") scan_.message_id = content;
    if (key == "\"message_conv_id\"") scan_.conversation_id = content;
  }

  void Number() {
    const size_t start = at_;
    if (json_[at_] == '-') ++at_;
    const size_t digits_start = at_;
    while (at_ < json_.size() && IsDigit(json_[at_])) ++at_;
    const std::string_view digits = json_.substr(digits_start, at_ - digits_start);
    const bool is_integer =
        at_ >= json_.size() || (json_[at_] != '.' && (json_[at_] | 0x20) != 'e');
    if (is_integer && levels_.size() <= kDeepestPlace && !IsSafeInteger(digits)) {
      RecordPlace(json_.substr(start, at_ - start));
    }
    // The rest of a fraction or an exponent is no number of its own.
    while (at_ < json_.size() && (IsDigit(json_[at_]) || json_[at_] == '.' || json_[at_] == '+' ||
                                  json_[at_] == '-' || (json_[at_] | 0x20) == 'e')) {
      ++at_;
    }
  }

  void RecordPlace(std::string_view integer) {
    std::string& out = scan_.exact_integers;
    out.append(out.empty() ? "[[" : ",[");
    for (const Level& level : levels_) {
      if (level.is_array) {
        out.append(std::to_string(level.index));
      } else {
        out.append(level.key.empty() ? "\"\"" : level.key);
      }
      out.push_back(',');
    }
    out.push_back('"');
    out.append(integer);
    out.append("\"]");
  }

  std::string_view json_;
  size_t at_ = 0;
  bool expects_key_ = false;
  std::vector<Level> levels_;
  JsonScan scan_;
};

}  // namespace

JsonScan ScanJson(std::string_view json) { return Scanner(json).Run(); }

}  // namespace imsdk

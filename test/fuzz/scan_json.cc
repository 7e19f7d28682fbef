// ScanJson: on documents whose large integers are known it finds exactly those, and on any bytes it
// stays within them.
#include <string>
#include <vector>

#include "bridge/json_scan.h"
#include "fuzz_input.h"

namespace {

/// Writes a random JSON document, and what a scan of it has to find.
class Document {
 public:
  explicit Document(fuzz::Input input) : input_(input) {
    Value();
    if (!places_.empty()) places_ += ']';
  }

  const std::string& json() const { return json_; }
  const std::string& places() const { return places_; }
  const std::string& message_id() const { return message_id_; }
  const std::string& conversation_id() const { return conversation_id_; }

 private:
  static constexpr size_t kDeepest = 40;

  void Value() {
    const unsigned choice = input_.Byte() % 8U;
    if (choice < 2 && path_.size() < kDeepest) {
      Container(choice == 0);
    } else if (choice == 2) {
      LargeInteger();
    } else if (choice == 3) {
      String();
    } else {
      Plain();
    }
  }

  void Plain() {
    // None of these is an integer that a double rounds.
    constexpr const char* kPlain[] = {
        "9007199254740991", "-9007199254740991",     "0", "true", "1e400", "null",
        "-1.5E+10",         "12345678901234567890.5"};
    json_ += kPlain[input_.Byte() % std::size(kPlain)];
  }

  void Container(bool is_object) {
    json_ += is_object ? '{' : '[';
    const unsigned count = input_.Byte() % 5U;
    for (unsigned i = 0; i < count; ++i) {
      if (i > 0) json_ += input_.Byte() % 2U == 0 ? "," : " ,\n";
      path_.push_back(is_object ? Key() : std::to_string(i));
      if (is_object) json_ += path_.back() + (input_.Byte() % 2U == 0 ? ":" : " : ");
      Value();
      path_.pop_back();
    }
    json_ += is_object ? '}' : ']';
  }

  std::string Key() {
    constexpr const char* kKeys[] = {R"("message_msg_id")",
                                     R"("message_conv_id")",
                                     R"("a")",
                                     R"("\"}]")",
                                     R"("\\")",
                                     R"("")",
                                     R"("é")",
                                     R"("1")",
                                     R"("[{")"};
    return kKeys[input_.Byte() % std::size(kKeys)];
  }

  void String() {
    constexpr const char* kStrings[] = {"", "-1-2", R"(\")", R"(\\)", "[9007199254740993", "{,:}"};
    const std::string content = kStrings[input_.Byte() % std::size(kStrings)];
    json_ += '"' + content + '"';
    if (path_.size() != 1) return;
    if (path_[0] == R"("message_msg_id")") message_id_ = content;
    if (path_[0] == R"("message_conv_id")") conversation_id_ = content;
  }

  void LargeInteger() {
    std::string digits = input_.Byte() % 2U == 0 ? "" : "-";
    digits += "9007199254740992";
    for (unsigned more = input_.Byte() % 30U; more > 0; --more) {
      digits += static_cast<char>('0' + input_.Byte() % 10U);
    }
    json_ += digits;
    places_ += places_.empty() ? "[[" : ",[";
    for (const std::string& step : path_) places_ += step + ',';
    places_ += '"' + digits + "\"]";
  }

  fuzz::Input input_;
  std::string json_;
  std::string places_;
  std::string message_id_;
  std::string conversation_id_;
  std::vector<std::string> path_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(data, data + size);
  const imsdk::JsonScan any = imsdk::ScanJson(bytes);
  fuzz::Require(bytes.find(any.message_id) != std::string::npos, "an id is part of the text");
  fuzz::Require(bytes.find(any.conversation_id) != std::string::npos, "an id is part of the text");

  const Document document(fuzz::Input(data, size));
  const imsdk::JsonScan scan = imsdk::ScanJson(document.json());
  fuzz::Require(scan.exact_integers == document.places(), "every large integer, and its place");
  fuzz::Require(scan.message_id == document.message_id(), "the message's id");
  fuzz::Require(scan.conversation_id == document.conversation_id(), "the conversation's id");
  return 0;
}

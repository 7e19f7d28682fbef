#include "bridge/completion_records.h"

namespace imsdk {
namespace {

constexpr uint32_t kIsInterim = 1;

void AppendWidened(std::u16string& to, const std::string& latin1) {
  to.reserve(to.size() + latin1.size());
  for (const char c : latin1) to.push_back(static_cast<unsigned char>(c));
}

}  // namespace

CompletionRecords::CompletionRecords(Napi::ArrayBuffer memory)
    : memory_(Napi::Reference<Napi::ArrayBuffer>::New(memory, 1)),
      layout_(static_cast<Layout*>(memory.Data())) {}

bool CompletionRecords::Fits(Napi::ArrayBuffer memory) {
  return memory.ByteLength() >= sizeof(Layout);
}

void CompletionRecords::Reset() {
  memory_.Reset();
  layout_ = nullptr;
}

void CompletionRecords::Add(const Completion& completion, uint32_t place) {
  Record& record = layout_->records[count_];
  layout_->ids[count_++] = static_cast<double>(completion.call_id);
  record.code = completion.code;
  record.flags = completion.is_interim ? kIsInterim : 0;
  record.store_failures = completion.store_failures;
  record.place = place;
  record.conversation_id = Append(completion.conversation_id);
  record.message_id = Append(completion.message_id);
  record.desc = Append(completion.desc);
  record.exact_integers = Append({completion.exact_integers, {}});
  record.json = place == 0 ? Append(completion.json) : 0;
}

uint32_t CompletionRecords::Append(const Text& text) {
  if (!text.IsLatin1() && is_latin1_) {
    is_latin1_ = false;
    AppendWidened(utf16_, latin1_);
  }
  if (is_latin1_) {
    latin1_.append(text.latin1);
  } else if (text.IsLatin1()) {
    AppendWidened(utf16_, text.latin1);
  } else {
    utf16_.append(text.utf16);
  }
  return static_cast<uint32_t>(text.IsLatin1() ? text.latin1.size() : text.utf16.size());
}

napi_value CompletionRecords::Texts(napi_env env) const {
  napi_value texts = nullptr;
  if (is_latin1_) {
    napi_create_string_latin1(env, latin1_.data(), latin1_.size(), &texts);
  } else {
    napi_create_string_utf16(env, utf16_.data(), utf16_.size(), &texts);
  }
  return texts;
}

void CompletionRecords::Clear() {
  count_ = 0;
  layout_->done = 0;
  latin1_.clear();
  utf16_.clear();
  is_latin1_ = true;
}

}  // namespace imsdk

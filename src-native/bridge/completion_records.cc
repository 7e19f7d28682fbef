#include "bridge/completion_records.h"

namespace imsdk {
namespace {

constexpr uint32_t kIsInterim = 1;
constexpr uint32_t kIsLost = 2;

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
  record.flags = (completion.is_interim ? kIsInterim : 0) | (completion.is_lost ? kIsLost : 0);
  record.store_failures = completion.store_failures;
  record.place = place;
  record.conversation_id = Append(completion.conversation_id);
  record.message_id = Append(completion.message_id);
  record.desc = Append(completion.desc);
  record.exact_integers = Append({completion.exact_integers, {}});
  record.json = place == 0 ? Append(completion.json) : 0;
}

uint32_t CompletionRecords::Append(const Text& text) {
  if (!text.IsLatin1() && joined_.IsLatin1()) {
    AppendWidened(joined_.utf16, joined_.latin1);
    joined_.latin1.clear();
  }
  if (!text.IsLatin1()) {
    joined_.utf16.append(text.utf16);
  } else if (joined_.IsLatin1()) {
    joined_.latin1.append(text.latin1);
  } else {
    AppendWidened(joined_.utf16, text.latin1);
  }
  return static_cast<uint32_t>(text.IsLatin1() ? text.latin1.size() : text.utf16.size());
}

void CompletionRecords::Clear() {
  count_ = 0;
  layout_->done = 0;
  joined_.latin1.clear();
  joined_.utf16.clear();
}

}  // namespace imsdk

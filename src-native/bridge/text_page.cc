#include "bridge/text_page.h"

#include <utility>

namespace imsdk {

napi_value ToJs(napi_env env, const Text& text) {
  napi_value value = nullptr;
  if (text.IsLatin1()) {
    napi_create_string_latin1(env, text.latin1.data(), text.latin1.size(), &value);
  } else {
    napi_create_string_utf16(env, text.utf16.data(), text.utf16.size(), &value);
  }
  return value;
}

uint32_t TextPage::Add(Text text) {
  bytes_ += text.Bytes();
  texts_.push_back(std::move(text));
  return static_cast<uint32_t>(texts_.size());
}

napi_value TextPage::ToJs(napi_env env, std::unique_ptr<TextPage> page) {
  const auto finalize = [](napi_env ended, void* data, void*) {
    const std::unique_ptr<TextPage> owned(static_cast<TextPage*>(data));
    int64_t total = 0;
    napi_adjust_external_memory(ended, -static_cast<int64_t>(owned->bytes_), &total);
  };
  napi_value value = nullptr;
  napi_create_object(env, &value);
  if (napi_wrap(env, value, page.get(), finalize, nullptr, nullptr) != napi_ok) return nullptr;
  const auto bytes = static_cast<int64_t>(page.release()->bytes_);
  int64_t total = 0;
  napi_adjust_external_memory(env, bytes, &total);
  return value;
}

napi_value TextPage::Read(napi_env env, napi_value page, uint32_t place) {
  void* data = nullptr;
  if (napi_unwrap(env, page, &data) != napi_ok) return nullptr;
  return imsdk::ToJs(env, static_cast<TextPage*>(data)->texts_.at(place - 1));
}

}  // namespace imsdk

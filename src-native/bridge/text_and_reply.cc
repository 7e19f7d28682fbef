#include "bridge/text_and_reply.h"

#include <utility>

namespace imsdk {

std::optional<Completion> TextAndReply::OnReturn(const std::string& text) {
  const std::lock_guard lock(mutex_);
  text_ = DecodeUtf8(text);
  if (reply_) reply_->message_id = *text_;
  return std::exchange(reply_, std::nullopt);
}

std::optional<Completion> TextAndReply::OnReply(Completion reply) {
  const std::lock_guard lock(mutex_);
  if (text_) {
    reply.message_id = *text_;
    return reply;
  }
  reply_ = std::move(reply);
  return std::nullopt;
}

}  // namespace imsdk

#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "bridge/completion.h"

namespace imsdk {

/// Joins the two halves of an answer where a function fills in a text before it returns and calls
/// back as well: the half that comes second completes the call. Any thread.
class TextAndReply {
 public:
  /// The function has returned: the answer, when its callback came before.
  std::optional<Completion> OnReturn(const std::string& text);

  /// The callback has come: the answer, when the function returned before.
  std::optional<Completion> OnReply(Completion reply);

 private:
  std::mutex mutex_;
  std::optional<Text> text_;
  std::optional<Completion> reply_;
};

}  // namespace imsdk

#pragma once

#include <napi.h>

#include <cstddef>
#include <cstdint>

#include "bridge/completion.h"

namespace imsdk {

/// What JavaScript is told of several completions in one call: their numbers in memory that both
/// sides see, and their texts joined to one string. (A call and some ten values for each completion
/// take longer than all that JavaScript then does with it.) JavaScript's view of it is
/// lib/native/completion-records.ts.
///
/// JavaScript thread.
class CompletionRecords {
 public:
  static constexpr size_t kMost = 8;

  /// `memory` is of Layout's size, and kept as long as this.
  explicit CompletionRecords(Napi::ArrayBuffer memory);

  /// Lets go of the memory; nothing may be added then.
  void Reset();

  /// `place`: of the JSON on the page that is passed along; 0 where it is among the texts.
  void Add(const Completion& completion, uint32_t place);

  size_t count() const { return count_; }

  /// How many JavaScript has seen to: fewer than there are where one of them threw.
  size_t done() const { return static_cast<size_t>(layout_->done); }

  const Text& texts() const { return joined_; }

  void Clear();

  /// Whether `memory` can be one's.
  static bool Fits(Napi::ArrayBuffer memory);

 private:
  // Integers of 32 bits, as JavaScript stores others on its heap; ids have up to 53 bits.
  struct Record {
    int32_t code;
    uint32_t flags;
    uint32_t store_failures;
    uint32_t place;
    // In UTF-16 units; the texts come in this order.
    uint32_t conversation_id;
    uint32_t message_id;
    uint32_t desc;
    uint32_t exact_integers;
    uint32_t json;
  };

  struct Layout {
    double ids[kMost];
    Record records[kMost];
    uint32_t done;
  };

  uint32_t Append(const Text& text);

  Napi::Reference<Napi::ArrayBuffer> memory_;
  Layout* layout_;
  size_t count_ = 0;
  // The texts so far; UTF-16 once one of them is.
  Text joined_;
};

}  // namespace imsdk

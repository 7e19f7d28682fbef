#pragma once

// How one line of the call table becomes a call: tags name the parameters of an engine function,
// and the templates here turn them into its C type, the kinds of argument that JavaScript has to
// give, and the code that makes the call. Everything here runs on the call thread.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "bridge/call_thread.h"
#include "bridge/event.h"
#include "bridge/json_argument.h"
#include "bridge/json_scan.h"
#include "sdk/abi.h"

namespace imsdk::sdk {

/// What JavaScript gives for a parameter.
enum class ArgumentKind { kText, kJson, kInteger, kBoolean };

/// JSON is a JsonArgument until the call thread takes it up, and its UTF-8 then.
using Argument = std::variant<std::string, int64_t, JsonArgument>;
using Arguments = std::vector<Argument>;

/// Not by an initializer list, which copies.
template <class... Values>
Arguments MakeArguments(Values&&... values) {
  Arguments arguments;
  arguments.reserve(sizeof...(values));
  (arguments.emplace_back(std::forward<Values>(values)), ...);
  return arguments;
}

/// Where the engine's answers arrive: a function for each way in which it gives them.
struct Callbacks {
  /// The answer.
  ReplyCallback reply;
  /// Comes before the answer, once.
  ReplyCallback message_id;
  /// Comes again and again: progress, then the answer.
  ReplyCallback progress_or_reply;
  MemberListCallback member_list;
};

/// One call under way: its arguments, and what its parameters refer to until it returns.
struct Frame {
  Arguments& arguments;
  const Callbacks& callbacks;
  Ticket ticket = 0;
  size_t next = 0;
  // The engine asks for 128 bytes; an id of its making is 24 bytes longer than the user id in it.
  std::array<char, 1024> buffer{};

  const char* NextText() { return std::get<std::string>(arguments[next++]).c_str(); }
  int64_t NextInteger() { return std::get<int64_t>(arguments[next++]); }
  const void* UserData() const {
    return reinterpret_cast<const void*>(ticket);  // NOLINT: an opaque number
  }
};

// Parameters. Each gives its C types and where they come from; `kKind` is there for those that take
// an argument from JavaScript. Those that events have too say how they are read on the engine's
// thread.

/// UTF-8 text: an id, a name, a path.
struct Text {
  using Type = const char*;
  static constexpr ArgumentKind kKind = ArgumentKind::kText;
  static std::tuple<Type> Pass(Frame& frame) { return {frame.NextText()}; }
  static EventValue Read(Type text) {
    if (text == nullptr) return {};
    return {EventValue::Kind::kText, DecodeUtf8(text), {}, 0};
  }
};

/// UTF-8 JSON.
struct Json {
  using Type = const char*;
  static constexpr ArgumentKind kKind = ArgumentKind::kJson;
  static std::tuple<Type> Pass(Frame& frame) { return {frame.NextText()}; }
  static EventValue Read(Type json) {
    if (json == nullptr) return {};
    return {EventValue::Kind::kJson, DecodeUtf8(json), ScanJson(json).exact_integers, 0};
  }
};

/// An int, an enum or a fixed-width integer; JavaScript has checked the range.
template <class T>
struct Integer {
  using Type = T;
  static constexpr ArgumentKind kKind = ArgumentKind::kInteger;
  static std::tuple<T> Pass(Frame& frame) { return {static_cast<T>(frame.NextInteger())}; }
  static EventValue Read(T value) {
    static_assert(sizeof(T) <= sizeof(int32_t), "a JavaScript number would round it");
    return {EventValue::Kind::kNumber, {}, {}, static_cast<double>(value)};
  }
};
using Int = Integer<int32_t>;
using Uint32 = Integer<uint32_t>;
using Uint64 = Integer<uint64_t>;

struct Bool {
  using Type = bool;
  static constexpr ArgumentKind kKind = ArgumentKind::kBoolean;
  static std::tuple<bool> Pass(Frame& frame) { return {frame.NextInteger() != 0}; }
  static EventValue Read(bool value) {
    return {EventValue::Kind::kBoolean, {}, {}, value ? 1.0 : 0.0};
  }
};

/// The callback and its user data. A ticket of zero asks for no callback.
struct Reply {
  static std::tuple<ReplyCallback, const void*> Pass(Frame& frame) {
    if (frame.ticket == 0) return {nullptr, nullptr};
    return {frame.callbacks.reply, frame.UserData()};
  }
};

/// A reply whose callback reports progress first.
struct ProgressAndReply {
  static std::tuple<ReplyCallback, const void*> Pass(Frame& frame) {
    return {frame.callbacks.progress_or_reply, frame.UserData()};
  }
};

/// Two callbacks with one user data between them.
struct MessageIdAndReply {
  static std::tuple<ReplyCallback, ReplyCallback, const void*> Pass(Frame& frame) {
    return {frame.callbacks.message_id, frame.callbacks.reply, frame.UserData()};
  }
};

struct MemberListReply {
  static std::tuple<MemberListCallback, const void*> Pass(Frame& frame) {
    return {frame.callbacks.member_list, frame.UserData()};
  }
};

/// A buffer that the engine fills with a string before it returns.
struct TextBuffer {
  static std::tuple<char*> Pass(Frame& frame) { return {frame.buffer.data()}; }
};

// Returns.

/// TIMResult, or an enum: 0 or a refusal, with what was put into a TextBuffer.
struct Status {
  using Type = int32_t;
  static Returned From(Type value, const Frame& frame) {
    return {value, std::string(frame.buffer.data())};
  }
};

struct ConstantText {
  using Type = const char*;
  static Returned From(Type value, const Frame&) {
    return {kAccepted, value != nullptr ? value : ""};
  }
};

struct Uint64Value {
  using Type = uint64_t;
  static Returned From(Type value, const Frame&) { return {kAccepted, std::to_string(value)}; }
};

namespace internal {

template <class Tag, class = void>
struct TakesArgument : std::false_type {};
template <class Tag>
struct TakesArgument<Tag, std::void_t<decltype(Tag::kKind)>> : std::true_type {};

template <class Tag>
struct IsReply
    : std::disjunction<std::is_same<Tag, Reply>, std::is_same<Tag, ProgressAndReply>,
                       std::is_same<Tag, MessageIdAndReply>, std::is_same<Tag, MemberListReply>> {};

template <class R, class ParameterTuple>
struct FunctionOf;
template <class R, class... Parameters>
struct FunctionOf<R, std::tuple<Parameters...>> {
  using Type = R (*)(Parameters...);
};

}  // namespace internal

/// One engine function, as the rest of the addon sees it.
struct EngineFunction {
  std::string_view name;
  bool has_reply;
  bool fills_text;
  size_t argument_count;
  std::array<ArgumentKind, 8> kinds;
  Returned (*invoke)(void* address, Frame& frame);
};

template <class Shape>
struct Signature;

template <class Return, class... Tags>
struct Signature<Return(Tags...)> {
  using Passed = decltype(std::tuple_cat(Tags::Pass(std::declval<Frame&>())...));
  using Function = typename internal::FunctionOf<typename Return::Type, Passed>::Type;

  static Returned Invoke(void* address, Frame& frame) {
    const auto function = reinterpret_cast<Function>(address);  // NOLINT: what dlsym is for
    // Braces: the arguments are taken from left to right.
    const std::tuple<decltype(Tags::Pass(frame))...> parts{Tags::Pass(frame)...};
    const auto passed =
        std::apply([](const auto&... part) { return std::tuple_cat(part...); }, parts);
    return Return::From(std::apply(function, passed), frame);
  }

  static constexpr EngineFunction Bind(std::string_view name) {
    EngineFunction bound{name,
                         (internal::IsReply<Tags>::value || ...),
                         (std::is_same_v<Tags, TextBuffer> || ...),
                         0,
                         {},
                         &Invoke};
    (AddKind<Tags>(bound), ...);
    return bound;
  }

 private:
  template <class Tag>
  static constexpr void AddKind(EngineFunction& bound) {
    if constexpr (internal::TakesArgument<Tag>::value) {
      bound.kinds[bound.argument_count++] = Tag::kKind;
    }
  }
};

/// `Bind<Status(Text, Int, Json, Reply)>("TIMMsgSaveMsg")`: a line of the call table.
template <class Shape>
constexpr EngineFunction Bind(std::string_view name) {
  return Signature<Shape>::Bind(name);
}

}  // namespace imsdk::sdk

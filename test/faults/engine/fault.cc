#include "fault.h"

#include <utility>

namespace scripted {
namespace {

FaultyReply::On ParseOn(std::string_view on) {
  if (on == "call") return FaultyReply::On::kCall;
  if (on == "thread") return FaultyReply::On::kThread;
  if (on == "javascript") return FaultyReply::On::kJavaScript;
  return FaultyReply::On::kEngine;
}

std::chrono::milliseconds Milliseconds(const Json& json, std::string_view name) {
  return std::chrono::milliseconds(static_cast<int64_t>(json.NumberOr(name, 0)));
}

/// A text of a reply: a string, `null`, or bytes in hexadecimal under `<name>Hex`.
void ParseText(const Json& json, const std::string& name, bool& has,
               std::optional<std::string>& text) {
  const Json* value = json.Find(name);
  const Json* hex = json.Find(name + "Hex");
  has = value != nullptr || hex != nullptr;
  if (hex != nullptr) {
    text = FromHex(hex->text);
  } else if (value != nullptr && value->kind == Json::Kind::kString) {
    text = value->text;
  }
}

}  // namespace

FaultyReply ParseReply(const Json& json) {
  FaultyReply reply;
  reply.on = ParseOn(json.TextOr("on", "engine"));
  reply.before_return = json.BoolOr("beforeReturn", false);
  reply.after_uninit = json.BoolOr("afterUninit", false);
  reply.after = Milliseconds(json, "after");
  reply.copies = static_cast<int>(json.NumberOr("copies", 1));
  if (json.Find("code") != nullptr) reply.code = static_cast<int32_t>(json.NumberOr("code", 0));
  ParseText(json, "desc", reply.has_desc, reply.desc);
  ParseText(json, "json", reply.has_json, reply.json);
  if (json.Find("cutJsonTo") != nullptr) {
    reply.cut_json_to = static_cast<size_t>(json.NumberOr("cutJsonTo", 0));
  }
  if (json.Find("padJsonTo") != nullptr) {
    reply.pad_json_to = static_cast<size_t>(json.NumberOr("padJsonTo", 0));
  }
  return reply;
}

Fault ParseFault(const Json& json) {
  Fault fault;
  fault.function = json.TextOr("function", "");
  fault.skip = static_cast<int>(json.NumberOr("skip", 0));
  fault.times = static_cast<int>(json.NumberOr("times", 1));
  fault.takes = Milliseconds(json, "takes");
  fault.blocks = json.BoolOr("blocks", false);
  fault.loses = json.BoolOr("loses", false);
  if (json.Find("returns") != nullptr) {
    fault.returns = static_cast<int32_t>(json.NumberOr("returns", 0));
  }
  if (const Json* replies = json.Find("replies")) {
    fault.replies.emplace();
    for (const Json& reply : replies->items) fault.replies->push_back(ParseReply(reply));
  }
  return fault;
}

void Faults::Add(Fault fault) {
  const std::lock_guard lock(mutex_);
  faults_.push_back(std::move(fault));
}

void Faults::Clear() {
  const std::lock_guard lock(mutex_);
  faults_.clear();
}

std::optional<Fault> Faults::Take(std::string_view function) {
  const std::lock_guard lock(mutex_);
  for (auto it = faults_.begin(); it != faults_.end(); ++it) {
    if (it->function != function) continue;
    if (it->skip > 0) {
      --it->skip;
      return std::nullopt;
    }
    Fault fault = *it;
    if (--it->times == 0) faults_.erase(it);
    return fault;
  }
  return std::nullopt;
}

}  // namespace scripted

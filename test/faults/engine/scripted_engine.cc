#include "scripted_engine.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "json.h"
#include "scripted_engine_state.h"

namespace scripted {
namespace {

constexpr std::string_view kScript = "scripted_engine_fault";
constexpr std::string_view kClear = "scripted_engine_clear";

/// Takes a script's operation; false for any other.
bool TakeScript(const Call& call) {
  if (call.function != "callExperimentalAPI") return false;
  const auto json = ParseJson(call.texts[0]);
  if (!json) return false;
  const std::string operation = json->TextOr("request_internal_operation", "");
  if (operation == kClear) {
    Engine::Instance().faults.Clear();
  } else if (operation == kScript) {
    Fault fault = ParseFault(*json);
    if (fault.blocks) fault.gate = Engine::Instance().BlockedCalls();
    Engine::Instance().faults.Add(std::move(fault));
  } else {
    return false;
  }
  call.replies.Reply(0, "", "");
  return true;
}

Answer Spoiled(const std::optional<Answer>& engines_own, const FaultyReply& fault) {
  Answer answer = engines_own.value_or(Answer{});
  if (fault.code) answer.code = *fault.code;
  if (fault.has_desc) answer.desc = fault.desc;
  if (fault.has_json) answer.json = fault.json;
  if (fault.cut_json_to && answer.json && *fault.cut_json_to < answer.json->size()) {
    answer.json->resize(*fault.cut_json_to);
  }
  if (fault.pad_json_to && answer.json && !answer.json->empty()) {
    constexpr std::string_view kField = R"(,"padding":")";
    answer.json->pop_back();
    answer.json->append(kField);
    answer.json->resize(std::max(*fault.pad_json_to, answer.json->size()), 'x');
    answer.json->append("\"}");
  }
  return answer;
}

void Reply(const Call& call, const std::optional<Answer>& engines_own, const FaultyReply& fault) {
  Delivery& delivery = Engine::Instance().delivery;
  Callback callback{call.replies, Spoiled(engines_own, fault), fault.copies};
  if (fault.after_uninit) {
    delivery.AfterUninit(std::move(callback));
    return;
  }
  const auto done = fault.before_return ? std::make_shared<Gate>() : nullptr;
  switch (fault.on) {
    case FaultyReply::On::kCall:
      std::this_thread::sleep_for(fault.after);
      callback.Make();
      return;
    case FaultyReply::On::kJavaScript:
      delivery.OnJavaScriptThread(std::move(callback));
      return;
    case FaultyReply::On::kEngine:
      delivery.OnEngineThread(std::move(callback), fault.after, done);
      break;
    case FaultyReply::On::kThread:
      Delivery::OnNewThread(std::move(callback), fault.after, done);
      break;
  }
  if (done) done->Wait();
}

void Reply(const Call& call, Outcome outcome) {
  if (!call.replies || !outcome.answer) return;
  const Callback callback{call.replies, std::move(*outcome.answer)};
  if (outcome.answers_in_call) {
    callback.Make();
  } else {
    Engine::Instance().delivery.OnEngineThread(callback, {});
  }
}

/// After the acknowledgement, and before the answer to any later query: as the real engine does.
void ReportLoss() {
  const auto report = [](int32_t, const char*, const char*, const void*) {
    Engine::Instance().log.ReportLostMessage();
  };
  Engine::Instance().delivery.OnEngineThread({{report}, {}}, {});
}

}  // namespace

Engine& Engine::Instance() {
  static Engine& instance = *new Engine;  // NOLINT: lives as long as the process
  return instance;
}

std::shared_ptr<Gate> Engine::BlockedCalls() {
  const std::lock_guard lock(mutex_);
  return blocked_;
}

void Engine::Release() {
  const std::lock_guard lock(mutex_);
  std::exchange(blocked_, std::make_shared<Gate>())->Open();
}

Returned Run(const Call& call) {
  if (TakeScript(call)) return {};
  Engine& engine = Engine::Instance();
  const std::optional<Fault> fault = engine.faults.Take(call.function);
  if (fault && fault->gate) fault->gate->Wait();
  if (fault) std::this_thread::sleep_for(fault->takes);

  const bool loses = fault && fault->loses;
  Outcome outcome = engine.memory.Handle(call, loses);
  if (call.function == "TIMUninit") {
    engine.delivery.Uninitialise();
    engine.log.SetCallback(nullptr, nullptr);  // the real engine forgets it too
  }
  Returned returned = outcome.returned;
  if (fault && fault->returns) returned.code = *fault->returns;
  if (!fault || !fault->replies) {
    Reply(call, std::move(outcome));
  } else if (call.replies) {
    for (const FaultyReply& reply : *fault->replies) Reply(call, outcome.answer, reply);
  }
  if (loses) ReportLoss();
  return returned;
}

}  // namespace scripted

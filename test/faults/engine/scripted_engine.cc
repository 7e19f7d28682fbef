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
constexpr std::string_view kEvent = "scripted_engine_event";

/// What TIMSet...Callback has not been called for.
constexpr int32_t kNoCallback = 1;

/// Hands a callback to the thread and the moment that it is meant for.
void Deliver(Callback callback, const FaultyReply& how) {
  Delivery& delivery = Engine::Instance().delivery;
  if (how.after_uninit) {
    delivery.AfterUninit(std::move(callback));
    return;
  }
  const auto done = how.before_return ? std::make_shared<Gate>() : nullptr;
  switch (how.on) {
    case FaultyReply::On::kCall:
      std::this_thread::sleep_for(how.after);
      callback();
      return;
    case FaultyReply::On::kJavaScript:
      delivery.OnJavaScriptThread(std::move(callback));
      return;
    case FaultyReply::On::kEngine:
      delivery.OnEngineThread(std::move(callback), how.after, done);
      break;
    case FaultyReply::On::kThread:
      Delivery::OnNewThread(std::move(callback), how.after, done);
      break;
  }
  if (done) done->Wait();
}

/// Has an event come, from the callback that is set now: it may be gone by then.
int32_t FireEvent(const Json& json) {
  EventCallback callback = Engine::Instance().events.Find(json.TextOr("event", ""));
  if (!callback) return kNoCallback;
  const Json* values = json.Find("values");
  const EventValues event = values != nullptr ? EventValues(*values) : EventValues();
  const FaultyReply how = ParseReply(json);
  Deliver(
      [callback = std::move(callback), event, copies = how.copies] {
        for (int i = 0; i < copies; ++i) callback(*std::make_unique<EventValues>(event));
      },
      how);
  return 0;
}

/// Takes a script's operation; false for any other.
bool TakeScript(const Call& call) {
  if (call.function != "callExperimentalAPI") return false;
  const auto json = ParseJson(call.texts[0]);
  if (!json) return false;
  const std::string operation = json->TextOr("request_internal_operation", "");
  int32_t code = 0;
  if (operation == kClear) {
    Engine::Instance().faults.Clear();
  } else if (operation == kEvent) {
    code = FireEvent(*json);
  } else if (operation == kScript) {
    Fault fault = ParseFault(*json);
    if (fault.blocks) fault.gate = Engine::Instance().BlockedCalls();
    Engine::Instance().faults.Add(std::move(fault));
  } else {
    return false;
  }
  call.replies.Reply(code, "", "");
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

const char* OrNull(const std::optional<std::string>& text) {
  return text ? text->c_str() : nullptr;
}

Callback MakeReply(const Replies& replies, Answer answer, int copies = 1) {
  return [replies, answer = std::move(answer), copies] {
    for (int i = 0; i < copies; ++i) {
      // The callee may use the texts until it returns, and no longer: a sanitizer sees if it does.
      const auto copy = std::make_unique<Answer>(answer);
      replies.Reply(copy->code, OrNull(copy->desc), OrNull(copy->json));
    }
  };
}

void Reply(const Call& call, const std::optional<Answer>& engines_own, const FaultyReply& fault) {
  Deliver(MakeReply(call.replies, Spoiled(engines_own, fault), fault.copies), fault);
}

void Reply(const Call& call, Outcome outcome) {
  if (!call.replies || !outcome.answer) return;
  const Callback callback = MakeReply(call.replies, std::move(*outcome.answer));
  if (outcome.answers_in_call) {
    callback();
  } else {
    Engine::Instance().delivery.OnEngineThread(callback, {});
  }
}

/// After the acknowledgement, and before the answer to any later query: as the real engine does.
void ReportLoss() {
  constexpr int32_t kError = 6;
  const auto report = [] {
    const EventCallback log = Engine::Instance().events.Find("TIMSetLogCallback");
    if (log) log({kError, "InsertMessage failed"});
  };
  Engine::Instance().delivery.OnEngineThread(report, {});
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
    engine.events.Clear();  // the real engine forgets them too
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

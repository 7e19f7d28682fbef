// The least that a binding does which leaves JSON to JavaScript: a call goes to another thread and
// an answer comes back, with or without a text each way. Calls and answers wait in queues, a thread
// is woken only when it sleeps, and all answers that are there are handed to JavaScript in one
// turn.
#include <node_api.h>

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <iterator>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

struct Call {
  uint32_t id = 0;
  bool has_text = false;
  std::string text;
};

// So many answers at most are strings before JavaScript gets them: of more, with 64 KB each, the
// garbage collector would copy those that wait.
constexpr size_t kGroup = 8;

struct Binding {
  std::mutex mutex;
  std::condition_variable called;
  // Under the mutex:
  std::vector<Call> calls;
  std::vector<Call> answers;
  bool is_answerer_asleep = false;
  bool will_drain = false;

  // Set before the thread starts:
  std::string answer;
  bool is_ascii = false;
  napi_threadsafe_function to_javascript = nullptr;
  napi_ref on_answers = nullptr;
};

/// Never destroyed: its thread waits in it when the process ends.
Binding& binding = *new Binding;

/// On a thread of its own.
[[noreturn]] void GiveAnswers() {
  std::vector<Call> taken;
  while (true) {
    {
      std::unique_lock lock(binding.mutex);
      binding.is_answerer_asleep = binding.calls.empty();
      binding.called.wait(lock, [] { return !binding.calls.empty(); });
      binding.is_answerer_asleep = false;
      taken.swap(binding.calls);
    }
    for (Call& call : taken) {
      if (call.has_text) call.text = binding.answer;
    }
    bool wake = false;
    {
      const std::lock_guard lock(binding.mutex);
      std::move(taken.begin(), taken.end(), std::back_inserter(binding.answers));
      wake = !std::exchange(binding.will_drain, true);
    }
    taken.clear();
    if (wake) {
      napi_call_threadsafe_function(binding.to_javascript, nullptr, napi_tsfn_nonblocking);
    }
  }
}

/// ASCII is made a string of without a look at each byte.
napi_value ToJs(napi_env env, const std::string& text) {
  napi_value value = nullptr;
  if (binding.is_ascii) {
    napi_create_string_latin1(env, text.data(), text.size(), &value);
  } else {
    napi_create_string_utf8(env, text.data(), text.size(), &value);
  }
  return value;
}

std::string FromJs(napi_env env, napi_value value) {
  size_t size = 0;
  napi_get_value_string_utf8(env, value, nullptr, 0, &size);
  std::string text(size, '\0');
  napi_get_value_string_utf8(env, value, text.data(), size + 1, &size);
  return text;
}

/// On the JavaScript thread.
void Drain(napi_env env, napi_value /*function*/, void* /*context*/, void* /*data*/) {
  std::vector<Call> taken;
  {
    const std::lock_guard lock(binding.mutex);
    binding.will_drain = false;
    taken.swap(binding.answers);
  }
  napi_value on_answers = nullptr;
  napi_value undefined = nullptr;
  napi_get_reference_value(env, binding.on_answers, &on_answers);
  napi_get_undefined(env, &undefined);
  std::vector<napi_value> arguments;
  for (size_t done = 0; done < taken.size();) {
    napi_handle_scope scope = nullptr;
    napi_open_handle_scope(env, &scope);
    arguments.clear();
    for (size_t i = 0; i < kGroup && done < taken.size(); ++i, ++done) {
      napi_create_uint32(env, taken[done].id, &arguments.emplace_back());
      if (taken[done].has_text) arguments.push_back(ToJs(env, taken[done].text));
    }
    napi_call_function(env, undefined, on_answers, arguments.size(), arguments.data(), nullptr);
    napi_close_handle_scope(env, scope);
  }
}

/// open(onAnswers, answer): `onAnswers` gets ids, or ids and texts in turn.
napi_value Open(napi_env env, napi_callback_info info) {
  size_t count = 2;
  napi_value arguments[2];
  napi_get_cb_info(env, info, &count, arguments, nullptr, nullptr);
  napi_create_reference(env, arguments[0], 1, &binding.on_answers);
  binding.answer = FromJs(env, arguments[1]);
  binding.is_ascii = std::none_of(binding.answer.begin(), binding.answer.end(),
                                  [](unsigned char byte) { return byte > 127; });
  napi_value name = nullptr;
  napi_create_string_utf8(env, "least binding", NAPI_AUTO_LENGTH, &name);
  napi_create_threadsafe_function(env, nullptr, nullptr, name, 0, 1, nullptr, nullptr, nullptr,
                                  Drain, &binding.to_javascript);
  std::thread(GiveAnswers).detach();
  return nullptr;
}

/// call(id, text?): answered with the id, and with the answer where there is a text.
napi_value MakeCall(napi_env env, napi_callback_info info) {
  size_t count = 2;
  napi_value arguments[2];
  napi_get_cb_info(env, info, &count, arguments, nullptr, nullptr);
  Call call;
  napi_get_value_uint32(env, arguments[0], &call.id);
  if (count == 2) {
    call.has_text = true;
    call.text = FromJs(env, arguments[1]);
  }
  bool wake = false;
  {
    const std::lock_guard lock(binding.mutex);
    binding.calls.push_back(std::move(call));
    wake = std::exchange(binding.is_answerer_asleep, false);
  }
  if (wake) binding.called.notify_one();
  return nullptr;
}

/// takeText(text): only copies it.
napi_value TakeText(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument = nullptr;
  napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr);
  FromJs(env, argument);
  return nullptr;
}

/// giveText(): the answer.
napi_value GiveText(napi_env env, napi_callback_info /*info*/) { return ToJs(env, binding.answer); }

}  // namespace

NAPI_MODULE_INIT() {
  const std::pair<const char*, napi_callback> functions[] = {
      {"open", Open}, {"call", MakeCall}, {"takeText", TakeText}, {"giveText", GiveText}};
  for (const auto& [name, callback] : functions) {
    napi_value function = nullptr;
    napi_create_function(env, name, NAPI_AUTO_LENGTH, callback, nullptr, &function);
    napi_set_named_property(env, exports, name, function);
  }
  return exports;
}

// A binding as one writes it first: the call on the JavaScript thread, an object on the heap and a
// promise for each, and one thread-safe function that brings every answer back.
#include <dlfcn.h>
#include <napi.h>

#include <memory>
#include <string>

namespace {

using ReplyCallback = void (*)(int32_t code, const char* desc, const char* json,
                               const void* user_data);

void* engine;
Napi::ThreadSafeFunction to_javascript;

template <class Function>
Function Find(const char* name) {
  return reinterpret_cast<Function>(dlsym(engine, name));
}

struct Call {
  explicit Call(Napi::Env env) : promise(Napi::Promise::Deferred::New(env)) {}
  Napi::Promise::Deferred promise;
  int32_t code = 0;
  std::string desc;
  std::string json;
};

void Settle(Napi::Env env, Napi::Function, Call* settled) {
  const std::unique_ptr<Call> call(settled);
  Napi::Object result = Napi::Object::New(env);
  result.Set("code", call->code);
  result.Set("desc", call->desc);
  result.Set("json_param", call->json);
  call->promise.Resolve(result);
}

void OnReply(int32_t code, const char* desc, const char* json, const void* user_data) {
  auto* call = const_cast<Call*>(static_cast<const Call*>(user_data));
  call->code = code;
  call->desc = desc != nullptr ? desc : "";
  call->json = json != nullptr ? json : "";
  to_javascript.NonBlockingCall(call, Settle);
}

std::string Text(const Napi::Value& value) { return value.As<Napi::String>().Utf8Value(); }

/// load(path)
void Load(const Napi::CallbackInfo& info) {
  engine = dlopen(Text(info[0]).c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
  if (engine == nullptr) throw Napi::Error::New(info.Env(), dlerror());
  to_javascript = Napi::ThreadSafeFunction::New(
      info.Env(), Napi::Function::New(info.Env(), [](const Napi::CallbackInfo&) {}), "naive", 0, 1);
}

/// setConfig(json)
void SetConfig(const Napi::CallbackInfo& info) {
  Find<int (*)(const char*, ReplyCallback, const void*)>("TIMSetConfig")(Text(info[0]).c_str(),
                                                                         nullptr, nullptr);
}

/// experimental(json)
void Experimental(const Napi::CallbackInfo& info) {
  Find<int (*)(const char*, ReplyCallback, const void*)>("callExperimentalAPI")(
      Text(info[0]).c_str(), nullptr, nullptr);
}

/// init(sdkappid, json)
Napi::Value Init(const Napi::CallbackInfo& info) {
  const auto init = Find<int (*)(uint64_t, const char*)>("TIMInit");
  return Napi::Number::New(info.Env(),
                           init(info[0].As<Napi::Number>().Int64Value(), Text(info[1]).c_str()));
}

void Uninit(const Napi::CallbackInfo&) { Find<int (*)()>("TIMUninit")(); }

/// login(user, sig): a promise
Napi::Value Login(const Napi::CallbackInfo& info) {
  auto* call = new Call(info.Env());
  Find<int (*)(const char*, const char*, ReplyCallback, const void*)>("TIMLogin")(
      Text(info[0]).c_str(), Text(info[1]).c_str(), OnReply, call);
  return call->promise.Promise();
}

/// save(convId, convType, json): a promise
Napi::Value Save(const Napi::CallbackInfo& info) {
  static const auto save =
      Find<int (*)(const char*, int, const char*, ReplyCallback, const void*)>("TIMMsgSaveMsg");
  auto* call = new Call(info.Env());
  const Napi::Promise promise = call->promise.Promise();
  save(Text(info[0]).c_str(), info[1].As<Napi::Number>(), Text(info[2]).c_str(), OnReply, call);
  return promise;
}

Napi::Object Exports(Napi::Env env, Napi::Object exports) {
  exports.Set("load", Napi::Function::New(env, Load));
  exports.Set("setConfig", Napi::Function::New(env, SetConfig));
  exports.Set("experimental", Napi::Function::New(env, Experimental));
  exports.Set("init", Napi::Function::New(env, Init));
  exports.Set("uninit", Napi::Function::New(env, Uninit));
  exports.Set("login", Napi::Function::New(env, Login));
  exports.Set("save", Napi::Function::New(env, Save));
  return exports;
}

}  // namespace

NODE_API_MODULE(naive, Exports)

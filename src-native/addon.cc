// The module entry: what JavaScript can call, and nothing else. Everything here runs on a
// JavaScript thread and returns at once; the typed view of it is lib/native/addon.ts.

#include <napi.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "bridge/text_page.h"
#include "env_data.h"
#include "package_copy.h"
#include "process/engine_process.h"
#include "process/stay_mapped.h"
#include "process/store_switch.h"
#include "sdk/call_table.h"
#include "sdk/event_table.h"

namespace imsdk {
namespace {

constexpr uint32_t kIsSave = 1;
constexpr uint32_t kAnswerOnReturn = 2;
constexpr uint32_t kIsUrgent = 4;

EnvData& DataOf(const Napi::CallbackInfo& info) { return *info.Env().GetInstanceData<EnvData>(); }

std::string Utf8(const Napi::Value& value) { return value.As<Napi::String>().Utf8Value(); }

/// Copies a JavaScript string as it is: UTF-16 takes a plain copy, whatever is in it.
Utf16 CopyUtf16(napi_env env, napi_value value) {
  size_t size = 0;
  napi_get_value_string_utf16(env, value, nullptr, 0, &size);
  auto units = Utf16::Allocate(size + 1);
  napi_get_value_string_utf16(env, value, units.get(), size + 1, &size);
  return {std::move(units), size};
}

/// The same of a string that is known to be Latin-1 throughout.
Latin1 CopyLatin1(napi_env env, napi_value value) {
  size_t size = 0;
  napi_get_value_string_latin1(env, value, nullptr, 0, &size);
  auto units = Latin1::Allocate(size + 1);
  napi_get_value_string_latin1(env, value, units.get(), size + 1, &size);
  return {std::move(units), size};
}

/// A JSON text, or an array: the text, the mark, and the long strings that the mark stands for,
/// before each whether it is Latin-1.
JsonArgument ToJsonArgument(napi_env env, napi_value value) {
  bool is_array = false;
  napi_is_array(env, value, &is_array);
  if (!is_array) return {CopyUtf16(env, value), {}, {}};
  const auto item = [&](uint32_t index) {
    napi_value element = nullptr;
    napi_get_element(env, value, index, &element);
    return element;
  };
  uint32_t count = 0;
  napi_get_array_length(env, value, &count);
  JsonArgument argument{CopyUtf16(env, item(0)), CopyUtf16(env, item(1)), {}};
  for (uint32_t i = 2; i + 1 < count; i += 2) {
    bool is_latin1 = false;
    napi_get_value_bool(env, item(i), &is_latin1);
    const napi_value text = item(i + 1);
    if (is_latin1) {
      argument.long_texts.emplace_back(CopyLatin1(env, text));
    } else {
      argument.long_texts.emplace_back(CopyUtf16(env, text));
    }
  }
  return argument;
}

int64_t ToInt64(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  napi_typeof(env, value, &type);
  int64_t number = 0;
  if (type == napi_bigint) {
    // 64-bit arguments are unsigned in the C ABI; the bits are the same.
    bool lossless = false;
    uint64_t bits = 0;
    napi_get_value_bigint_uint64(env, value, &bits, &lossless);
    number = static_cast<int64_t>(bits);
  } else if (type == napi_boolean) {
    bool truth = false;
    napi_get_value_bool(env, value, &truth);
    number = truth ? 1 : 0;
  } else {
    napi_get_value_int64(env, value, &number);
  }
  return number;
}

uint32_t ToUint32(napi_env env, napi_value value) {
  uint32_t number = 0;
  napi_get_value_uint32(env, value, &number);
  return number;
}

/// The first arguments of a raw function; undefined for those that were not given.
template <size_t kCount>
std::array<napi_value, kCount> ArgumentsOf(napi_env env, napi_callback_info info) {
  std::array<napi_value, kCount> values{};
  size_t count = kCount;
  napi_get_cb_info(env, info, &count, values.data(), nullptr, nullptr);
  return values;
}

Napi::Value FunctionNames(const Napi::CallbackInfo& info) {
  Napi::Array names = Napi::Array::New(info.Env(), sdk::kCallTableSize);
  for (size_t i = 0; i < sdk::kCallTableSize; ++i) {
    names.Set(static_cast<uint32_t>(i), std::string(sdk::kCallTable[i].name));
  }
  return names;
}

const std::shared_ptr<CompletionChannel>& ChannelOf(const Napi::CallbackInfo& info) {
  return DataOf(info).channel(info[0].As<Napi::Number>().Uint32Value());
}

CallId CallIdOf(const Napi::CallbackInfo& info) {
  return static_cast<CallId>(info[1].As<Napi::Number>().Int64Value());
}

/// eventNames(): for each event the function that sets its callback
Napi::Value EventNames(const Napi::CallbackInfo& info) {
  Napi::Array names = Napi::Array::New(info.Env(), sdk::kEventTableSize);
  for (size_t i = 0; i < sdk::kEventTableSize; ++i) {
    names.Set(static_cast<uint32_t>(i), std::string(sdk::kEventTable[i].setter));
  }
  return names;
}

/// openChannel(records, dispatch, onEvent, onDropped): its number. Where the completions of one
/// bridge go, and the events that it listens to.
Napi::Value OpenChannel(const Napi::CallbackInfo& info) {
  const auto records = info[0].As<Napi::ArrayBuffer>();
  if (!info[0].IsArrayBuffer() || !CompletionRecords::Fits(records)) {
    Napi::TypeError::New(info.Env(),
                         "node-imsdk: this addon is of another version than its JavaScript")
        .ThrowAsJavaScriptException();
    return {};
  }
  auto channel = CompletionChannel::Open(info.Env(), records, info[1].As<Napi::Function>(),
                                         info[2].As<Napi::Function>(), info[3].As<Napi::Function>(),
                                         EngineProcess::Instance().tickets());
  if (channel == nullptr) return {};
  return Napi::Number::New(info.Env(), DataOf(info).AddChannel(std::move(channel)));
}

/// ref(channel)
void Ref(const Napi::CallbackInfo& info) { ChannelOf(info)->Ref(); }

/// unref(channel)
void Unref(const Napi::CallbackInfo& info) { ChannelOf(info)->Unref(); }

/// listen(channel, event)
void Listen(const Napi::CallbackInfo& info) {
  EngineProcess::Instance().events().Listen(info[1].As<Napi::Number>().Uint32Value(),
                                            ChannelOf(info));
}

/// unlisten(channel, event)
void Unlisten(const Napi::CallbackInfo& info) {
  EngineProcess::Instance().events().Unlisten(info[1].As<Napi::Number>().Uint32Value(),
                                              ChannelOf(info).get());
}

/// load(channel, callId, path, consoleLog)
void Load(const Napi::CallbackInfo& info) {
  EngineProcess& process = EngineProcess::Instance();
  process.call_thread().Submit({process.MakeLoad(Utf8(info[2]), info[3].As<Napi::Boolean>()),
                                ChannelOf(info), CallIdOf(info), false});
}

/// loadedLibrary(): the file that the process has loaded, or an empty string.
Napi::Value LoadedLibrary(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), EngineProcess::Instance().loaded_path());
}

/// call(channel, callId, function, flags, ...arguments): undefined, or the index of an argument
/// that holds a NUL, at which the engine would cut it. Raw Node-API: this is the hot path.
napi_value Call(napi_env env, napi_callback_info info) {
  constexpr size_t kFixed = 4;
  constexpr size_t kMost = kFixed + std::tuple_size_v<decltype(sdk::EngineFunction::kinds)>;
  const auto values = ArgumentsOf<kMost>(env, info);
  const uint32_t channel = ToUint32(env, values[0]);
  int64_t id = 0;
  napi_get_value_int64(env, values[1], &id);
  const uint32_t function_index = ToUint32(env, values[2]);
  const uint32_t flags = ToUint32(env, values[3]);
  const sdk::EngineFunction& function = sdk::kCallTable[function_index];
  const EnvData& data = *Napi::Env(env).GetInstanceData<EnvData>();

  sdk::Arguments arguments;
  arguments.reserve(function.argument_count);
  for (size_t i = 0; i < function.argument_count; ++i) {
    const napi_value value = values[kFixed + i];
    const sdk::ArgumentKind kind = function.kinds[i];
    if (kind == sdk::ArgumentKind::kJson) {
      arguments.emplace_back(ToJsonArgument(env, value));
    } else if (kind == sdk::ArgumentKind::kText) {
      const Utf16 copy = CopyUtf16(env, value);
      if (copy.View().find(u'\0') != std::u16string_view::npos) {
        napi_value position = nullptr;
        napi_create_uint32(env, static_cast<uint32_t>(i), &position);
        return position;
      }
      std::string text;
      AppendUtf8(text, copy.View());
      arguments.emplace_back(std::move(text));
    } else {
      arguments.emplace_back(ToInt64(env, value));
    }
  }
  EngineProcess& process = EngineProcess::Instance();
  process.call_thread().Submit(
      {process.MakeCall(function_index, std::move(arguments), (flags & kAnswerOnReturn) != 0),
       data.channel(channel), static_cast<CallId>(id), (flags & kIsSave) != 0,
       (flags & kIsUrgent) != 0});
  return nullptr;
}

/// textOf(page, place): the string that a reply named by them. Raw, as it is read for most replies.
napi_value TextOf(napi_env env, napi_callback_info info) {
  const auto [page, place] = ArgumentsOf<2>(env, info);
  return TextPage::Read(env, page, ToUint32(env, place));
}

/// sessionRevision(). Raw, as each save asks for it.
napi_value SessionRevision(napi_env env, napi_callback_info) {
  napi_value revision = nullptr;
  napi_create_uint32(env, EngineProcess::Instance().session().revision(), &revision);
  return revision;
}

/// isEngineClosing(). Raw, as each call asks for it.
napi_value IsEngineClosing(napi_env env, napi_callback_info) {
  napi_value is_closing = nullptr;
  napi_get_boolean(env, EngineProcess::Instance().session().is_closing(), &is_closing);
  return is_closing;
}

/// setBusy(channel, isBusy). Raw, as it is told for each call where one is made at a time.
napi_value SetBusy(napi_env env, napi_callback_info info) {
  const auto [channel, is_busy] = ArgumentsOf<2>(env, info);
  bool value = false;
  napi_get_value_bool(env, is_busy, &value);
  const EnvData& data = *Napi::Env(env).GetInstanceData<EnvData>();
  EngineProcess::Instance().session().SetBusy(data.channel(ToUint32(env, channel)).get(), value);
  return nullptr;
}

/// isAnyoneBusy(): in whatever environment.
Napi::Value IsAnyoneBusy(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), EngineProcess::Instance().session().IsAnyoneBusy());
}

/// engineEnded(): what it has not answered it will not.
void EngineEnded(const Napi::CallbackInfo&) {
  EngineProcess& process = EngineProcess::Instance();
  process.session().EngineEnded();
  process.tickets().LoseAll();
}

/// engineEndings(): how often it has ended.
Napi::Value EngineEndings(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), EngineProcess::Instance().session().endings());
}

/// switchStore(channel, callId, request, otherRequest): answered with the engine's code.
void SwitchStore(const Napi::CallbackInfo& info) {
  EngineProcess& process = EngineProcess::Instance();
  StoreSwitch::Requests requests{Utf8(info[2]), Utf8(info[3])};
  process.call_thread().Submit({std::make_unique<StoreSwitch>(process, std::move(requests)),
                                ChannelOf(info), CallIdOf(info), false, true});
}

/// storeFailures(): how often the engine has reported that it could not store something.
Napi::Value StoreFailures(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), EngineProcess::Instance().log_watch().StoreFailures());
}

/// cancel(channel, callId): true when the call had not reached the engine, and will not (which is
/// not known of urgent ones).
Napi::Value Cancel(const Napi::CallbackInfo& info) {
  const CallId id = CallIdOf(info);
  const auto& channel = ChannelOf(info);
  const bool before_engine = channel->Cancel(id);
  EngineProcess::Instance().tickets().Cancel(channel.get(), id);
  return Napi::Boolean::New(info.Env(), before_engine);
}

/// counts(): { waiting, withEngine }
Napi::Value Counts(const Napi::CallbackInfo& info) {
  EngineProcess& process = EngineProcess::Instance();
  Napi::Object counts = Napi::Object::New(info.Env());
  counts.Set("waiting", static_cast<double>(process.call_thread().Waiting()));
  counts.Set("withEngine", static_cast<double>(process.tickets().Count()));
  return counts;
}

Napi::Value JoinSession(const Napi::CallbackInfo& info) {
  constexpr const char* kNames[] = {"first", "joined", "busy", "conflict", "replace"};
  const auto joined = EngineProcess::Instance().session().Join(&DataOf(info), Utf8(info[0]));
  return Napi::String::New(info.Env(), kNames[static_cast<size_t>(joined)]);
}

void SessionOpened(const Napi::CallbackInfo& info) {
  EngineProcess::Instance().session().Opened(&DataOf(info));
}

Napi::Value LeaveSession(const Napi::CallbackInfo& info) {
  constexpr const char* kNames[] = {"left", "last", "busy"};
  const auto left = EngineProcess::Instance().session().Leave(&DataOf(info));
  return Napi::String::New(info.Env(), kNames[static_cast<size_t>(left)]);
}

void SessionClosed(const Napi::CallbackInfo& info) {
  EngineProcess::Instance().session().Closed(&DataOf(info));
}

Napi::Value ReopenSession(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), EngineProcess::Instance().session().Reopen(&DataOf(info)));
}

/// abandonSession(engineMayBeOpen)
void AbandonSession(const Napi::CallbackInfo& info) {
  EngineProcess::Instance().session().Abandon(&DataOf(info), info[0].As<Napi::Boolean>());
}

Napi::Value SessionIdentity(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), EngineProcess::Instance().session().identity());
}

Napi::Value SessionUser(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), EngineProcess::Instance().session().user_id());
}

void SetSessionUser(const Napi::CallbackInfo& info) {
  EngineProcess::Instance().session().SetUserId(Utf8(info[0]));
}

void StartLocalLogin(const Napi::CallbackInfo& info) {
  EngineProcess::Instance().local_login().Start(Utf8(info[0]));
}

void StopLocalLogin(const Napi::CallbackInfo&) { EngineProcess::Instance().local_login().Stop(); }

/// lockStore(path): { held, holder, failure }
Napi::Value LockStore(const Napi::CallbackInfo& info) {
  const StoreLock::Outcome outcome = EngineProcess::Instance().store_lock().Acquire(Utf8(info[0]));
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("held", outcome.held);
  result.Set("holder", static_cast<double>(outcome.holder));
  result.Set("failure", outcome.failure);
  return result;
}

void UnlockStore(const Napi::CallbackInfo&) { EngineProcess::Instance().store_lock().Release(); }

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  EnvData::Attach(env);
  const auto add = [&](const char* name, auto function) {
    exports.Set(name, Napi::Function::New(env, function, name));
  };
  add("functionNames", FunctionNames);
  add("eventNames", EventNames);
  add("openChannel", OpenChannel);
  add("listen", Listen);
  add("unlisten", Unlisten);
  add("ref", Ref);
  add("unref", Unref);
  add("load", Load);
  add("loadedLibrary", LoadedLibrary);
  add("cancel", Cancel);
  add("switchStore", SwitchStore);
  add("storeFailures", StoreFailures);
  add("counts", Counts);
  add("joinSession", JoinSession);
  add("sessionOpened", SessionOpened);
  add("leaveSession", LeaveSession);
  add("sessionClosed", SessionClosed);
  add("reopenSession", ReopenSession);
  add("abandonSession", AbandonSession);
  add("isAnyoneBusy", IsAnyoneBusy);
  add("engineEnded", EngineEnded);
  add("engineEndings", EngineEndings);
  add("sessionIdentity", SessionIdentity);
  add("sessionUser", SessionUser);
  add("setSessionUser", SetSessionUser);
  add("startLocalLogin", StartLocalLogin);
  add("stopLocalLogin", StopLocalLogin);
  add("lockStore", LockStore);
  add("unlockStore", UnlockStore);
  const auto add_raw = [&](const char* name, napi_callback function) {
    napi_value value = nullptr;
    napi_create_function(env, name, NAPI_AUTO_LENGTH, function, nullptr, &value);
    exports.Set(name, Napi::Value(env, value));
  };
  add_raw("call", Call);
  add_raw("sessionRevision", SessionRevision);
  add_raw("isEngineClosing", IsEngineClosing);
  add_raw("setBusy", SetBusy);
  add_raw("textOf", TextOf);
  return exports;
}

}  // namespace

napi_value RegisterAddon(napi_env env, napi_value exports) {
  return Napi::RegisterModule(env, exports, Init);
}

}  // namespace imsdk

NAPI_MODULE_INIT() {
  imsdk::StayMapped();
  return imsdk::ServingCopy().register_addon(env, exports);
}

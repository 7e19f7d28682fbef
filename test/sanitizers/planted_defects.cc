// Defects on purpose, one of each kind, to show that `npm run with-sanitizer` reports them and
// fails. Built with a sanitizer only, and never shipped: each function is called by
// planted-defects.mjs in a process of its own.
#include <node_api.h>

#include <climits>
#include <cstddef>
#include <cstdlib>
#include <thread>

namespace {

// Volatile, so that no compiler sees through what is done with it.
volatile size_t g_size = 16;
volatile int g_largest = INT_MAX;
int g_counter = 0;

void Leak() {
  auto* volatile lost = static_cast<char*>(std::malloc(g_size));
  lost[0] = 1;
  lost = nullptr;
}

void OverflowHeap() {
  auto* block = static_cast<volatile char*>(std::malloc(g_size));
  block[g_size] = 1;
  std::free(const_cast<char*>(block));
}

void OverflowInteger() { g_largest = g_largest + 1; }

void Race() {
  const auto count = [] {
    for (size_t i = 0; i < 1000 * g_size; ++i) ++g_counter;
  };
  std::thread first(count);
  std::thread second(count);
  first.join();
  second.join();
}

void Nothing() {}

template <void (*defect)()>
napi_value Call(napi_env, napi_callback_info) {
  defect();
  return nullptr;
}

}  // namespace

extern "C" NAPI_MODULE_EXPORT napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  const auto add = [&](const char* name, napi_callback call) {
    napi_value function = nullptr;
    napi_create_function(env, name, NAPI_AUTO_LENGTH, call, nullptr, &function);
    napi_set_named_property(env, exports, name, function);
  };
  add("leak", Call<Leak>);
  add("overflowHeap", Call<OverflowHeap>);
  add("overflowInteger", Call<OverflowInteger>);
  add("race", Call<Race>);
  add("nothing", Call<Nothing>);
  return exports;
}

// The processor time of the calling thread, for Node.js: process.threadCpuUsage came with Node 23,
// and /proc/self/schedstat is behind by up to a scheduler tick, as long as dozens of calls.
#include <node_api.h>
#include <time.h>

static napi_value ThreadCpuNanoseconds(napi_env env, napi_callback_info info) {
  (void)info;
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  napi_value result;
  napi_create_double(env, (double)now.tv_sec * 1e9 + (double)now.tv_nsec, &result);
  return result;
}

NAPI_MODULE_INIT() {
  napi_value function;
  napi_create_function(env, "threadCpuNanoseconds", NAPI_AUTO_LENGTH, ThreadCpuNanoseconds, NULL,
                       &function);
  napi_set_named_property(env, exports, "threadCpuNanoseconds", function);
  return exports;
}

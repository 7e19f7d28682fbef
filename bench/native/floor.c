// The floor: a C program that calls the engine directly, with a message that is JSON already and a
// result that nobody reads. What a program in JavaScript can reach at best where the engine is what
// takes the time.
//
//   floor ENGINE FOLDER MESSAGE_FILE SDKAPPID USER SIG SETTINGS SERVERS INIT CONV WARM_UP
//   SEQUENTIAL PIPELINED WINDOW...
//
// Writes its result, one JSON object, to the file descriptor 3: the engine writes to standard
// output.
#include <dlfcn.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef void (*ReplyCallback)(int32_t code, const char *desc, const char *json,
                              const void *user_data);
typedef int (*SetConfig)(const char *json, ReplyCallback, const void *user_data);
typedef int (*ExperimentalAPI)(const char *json, ReplyCallback, const void *user_data);
typedef int (*Init)(uint64_t sdkappid, const char *json);
typedef int (*Uninit)(void);
typedef int (*Login)(const char *user, const char *sig, ReplyCallback, const void *user_data);
typedef int (*SaveMsg)(const char *conv, int conv_type, const char *json, ReplyCallback,
                       const void *user_data);

enum { kC2C = 1 };

static Login log_in;
static SaveMsg save_msg;
static const char *user, *sig, *conv;
static char *message;

/// Posted once for each answer. `code` is written before, by the engine's thread.
static sem_t answered;
static volatile int32_t code;

static void Fail(const char *what, const char *why) {
  fprintf(stderr, "floor: %s: %s\n", what, why);
  exit(1);
}

static int64_t Nanoseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void OnLogin(int32_t login_code, const char *desc, const char *json, const void *user_data) {
  (void)desc, (void)json, (void)user_data;
  // It cannot succeed without a network; while one is under way the engine accepts saves.
  if (login_code != 0) log_in(user, sig, OnLogin, NULL);
}

static void OnSaved(int32_t save_code, const char *desc, const char *json, const void *user_data) {
  (void)desc, (void)json, (void)user_data;
  if (save_code != 0) code = save_code;
  sem_post(&answered);
}

static void Wait(void) {
  while (sem_wait(&answered) != 0) {
  }
}

static void Submit(void) {
  if (save_msg(conv, kC2C, message, OnSaved, NULL) != 0) Fail("TIMMsgSaveMsg", "refused");
}

static void CheckSaved(void) {
  if (code == 0) return;
  char text[32];
  snprintf(text, sizeof text, "code %d", code);
  Fail("a save", text);
}

static char *ReadFile(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) Fail(path, "cannot be read");
  fseek(file, 0, SEEK_END);
  const long size = ftell(file);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  if (text == NULL || fread(text, 1, (size_t)size, file) != (size_t)size)
    Fail(path, "cannot be read");
  text[size] = '\0';
  fclose(file);
  return text;
}

static void *Find(void *engine, const char *name) {
  void *function = dlsym(engine, name);
  if (function == NULL) Fail(name, dlerror());
  return function;
}

static int CompareTimes(const void *a, const void *b) {
  const int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
  return (left > right) - (left < right);
}

/// Until the engine is ready it answers with an error.
static void WaitUntilReady(void) {
  for (int attempt = 0; attempt < 2000; attempt++) {
    code = 0;
    Submit();
    Wait();
    if (code == 0) return;
    usleep(2000);
  }
  CheckSaved();
}

static void MeasureSequential(FILE *out, int calls) {
  int64_t *times = malloc(sizeof(int64_t) * (size_t)calls);
  if (times == NULL) Fail("malloc", "no memory");
  const int64_t cpu = Nanoseconds(CLOCK_THREAD_CPUTIME_ID), start = Nanoseconds(CLOCK_MONOTONIC);
  for (int call = 0; call < calls; call++) {
    const int64_t began = Nanoseconds(CLOCK_MONOTONIC);
    Submit();
    Wait();
    times[call] = Nanoseconds(CLOCK_MONOTONIC) - began;
  }
  const double wall = (double)(Nanoseconds(CLOCK_MONOTONIC) - start);
  const double used = (double)(Nanoseconds(CLOCK_THREAD_CPUTIME_ID) - cpu);
  qsort(times, (size_t)calls, sizeof(int64_t), CompareTimes);
  fprintf(out, "{\"sequential\":{\"perSecond\":%.3f,\"p50\":%.3f,\"p99\":%.3f,\"mainCpu\":%.3f}",
          calls / wall * 1e9, (double)times[calls / 2] / 1e3, (double)times[calls * 99 / 100] / 1e3,
          used / calls / 1e3);
  free(times);
}

static void MeasurePipelined(FILE *out, int calls, int window) {
  const int64_t cpu = Nanoseconds(CLOCK_THREAD_CPUTIME_ID), start = Nanoseconds(CLOCK_MONOTONIC);
  for (int call = 0; call < calls; call++) {
    if (call >= window) Wait();
    Submit();
  }
  for (int call = calls < window ? calls : window; call > 0; call--) Wait();
  const double wall = (double)(Nanoseconds(CLOCK_MONOTONIC) - start);
  const double used = (double)(Nanoseconds(CLOCK_THREAD_CPUTIME_ID) - cpu);
  fprintf(out, ",\"pipelined%d\":{\"perSecond\":%.3f,\"mainCpu\":%.3f}", window,
          calls / wall * 1e9, used / calls / 1e3);
}

int main(int argc, char **argv) {
  if (argc < 15) Fail("arguments", "14 are needed; see the head of floor.c");
  void *engine = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
  if (engine == NULL) Fail("dlopen", dlerror());
  if (chdir(argv[2]) != 0) Fail(argv[2], "cannot be entered");
  FILE *out = fdopen(3, "w");
  if (out == NULL) Fail("file descriptor 3", "is not open");

  log_in = (Login)Find(engine, "TIMLogin");
  save_msg = (SaveMsg)Find(engine, "TIMMsgSaveMsg");
  message = ReadFile(argv[3]);
  user = argv[5], sig = argv[6], conv = argv[10];
  sem_init(&answered, 0, 0);

  ((SetConfig)Find(engine, "TIMSetConfig"))(argv[7], NULL, NULL);
  ((ExperimentalAPI)Find(engine, "callExperimentalAPI"))(argv[8], NULL, NULL);
  if (((Init)Find(engine, "TIMInit"))(strtoull(argv[4], NULL, 10), argv[9]) != 0)
    Fail("TIMInit", "refused");
  log_in(user, sig, OnLogin, NULL);
  log_in(user, sig, OnLogin, NULL);

  WaitUntilReady();
  for (int call = atoi(argv[11]); call > 0; call--) {
    Submit();
    Wait();
  }
  MeasureSequential(out, atoi(argv[12]));
  for (int i = 14; i < argc; i++) MeasurePipelined(out, atoi(argv[13]), atoi(argv[i]));
  fputc('}', out);
  CheckSaved();
  fclose(out);
  ((Uninit)Find(engine, "TIMUninit"))();
  // The engine's threads go on for a while, and its destructors do not expect them.
  _exit(0);
}

#include "engine_client.h"

#include <dlfcn.h>
#include <semaphore.h>
#include <stdlib.h>
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

static void *engine;
static Login log_in;
static SaveMsg save_msg;
static const char *user, *sig, *conv;
static char *message;

/// Posted once for each answer. `code` is written before, by the engine's thread.
static sem_t answered;
static volatile int32_t code;

void Fail(const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(1);
}

int64_t Nanoseconds(clockid_t clock) {
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

void Wait(void) {
  while (sem_wait(&answered) != 0) {
  }
}

void Submit(void) {
  if (save_msg(conv, kC2C, message, OnSaved, NULL) != 0) Fail("TIMMsgSaveMsg", "refused");
}

void CheckSaved(void) {
  if (code == 0) return;
  char text[32];
  snprintf(text, sizeof text, "code %d", code);
  Fail("a save", text);
}

void WaitUntilReady(void) {
  for (int attempt = 0; attempt < 4000; attempt++) {
    code = 0;
    Submit();
    Wait();
    if (code == 0) return;
    usleep(1000);
  }
  CheckSaved();
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

static void *Find(const char *name) {
  void *function = dlsym(engine, name);
  if (function == NULL) Fail(name, dlerror());
  return function;
}

void LoadEngine(char **arguments) {
  engine = dlopen(arguments[kEngineFile], RTLD_NOW | RTLD_LOCAL);
  if (engine == NULL) Fail("dlopen", dlerror());
}

void OpenEngine(char **arguments) {
  if (chdir(arguments[kStoreFolder]) != 0) Fail(arguments[kStoreFolder], "cannot be entered");
  log_in = (Login)Find("TIMLogin");
  save_msg = (SaveMsg)Find("TIMMsgSaveMsg");
  message = ReadFile(arguments[kMessageFile]);
  user = arguments[kUser], sig = arguments[kSignature], conv = arguments[kConversation];
  sem_init(&answered, 0, 0);

  ((SetConfig)Find("TIMSetConfig"))(arguments[kSettings], NULL, NULL);
  ((ExperimentalAPI)Find("callExperimentalAPI"))(arguments[kServers], NULL, NULL);
  const uint64_t app_id = strtoull(arguments[kAppId], NULL, 10);
  if (((Init)Find("TIMInit"))(app_id, arguments[kInitConfig]) != 0) Fail("TIMInit", "refused");
  log_in(user, sig, OnLogin, NULL);
  log_in(user, sig, OnLogin, NULL);
}

void CloseEngine(void) { ((Uninit)Find("TIMUninit"))(); }

void SetConversation(const char *conversation) { conv = conversation; }

FILE *OpenResult(void) {
  FILE *out = fdopen(3, "w");
  if (out == NULL) Fail("file descriptor 3", "is not open");
  return out;
}

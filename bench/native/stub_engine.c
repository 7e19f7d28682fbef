// An engine that answers at once, on a thread of its own as the real one does, with the message
// that it got and what the real one adds at its head: what is measured on it is the binding alone.
// It has the functions that the peers call, and keeps nothing.
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef void (*ReplyCallback)(int32_t code, const char *desc, const char *json,
                              const void *user_data);

#define EXPORT __attribute__((visibility("default")))

enum { kNotInitialised = 6013, kNotLoggedIn = 6014, kLoggingIn = 2 };

static int initialised, logging_in;

static int32_t StateCode(void) {
  if (!initialised) return kNotInitialised;
  return logging_in ? 0 : kNotLoggedIn;
}

/// An answer on its way, in the order of the calls.
struct Answer {
  struct Answer *next;
  ReplyCallback reply;
  const void *user_data;
  int32_t code;
  char json[];
};
static struct Answer *first, **last = &first;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t answered = PTHREAD_COND_INITIALIZER;
static pthread_once_t started = PTHREAD_ONCE_INIT;

/// What the real engine adds to a stored message, about 300 bytes.
static const char head[] =
    "{\"message_msg_id\":\"144115263295904617-1760000000-7711289293\",\"message_conv_id\":\"bob\","
    "\"message_conv_type\":1,\"message_cloud_custom_str\":\"\",\"message_excluded_from_last_"
    "message\":"
    "false,\"message_group_receipt_read_count\":0,\"message_has_sent_receipt\":false,\"message_is_"
    "peer_read\":false,\"message_rand\":1760000000,\"message_receipt_peer_read\":false,\"message_"
    "seq\":"
    "1,\"message_unique_id\":7711289293,\"message_version\":0,";

static void *GiveAnswers(void *nothing) {
  for (;;) {
    pthread_mutex_lock(&mutex);
    while (first == NULL) pthread_cond_wait(&answered, &mutex);
    struct Answer *answers = first;
    first = NULL;
    last = &first;
    pthread_mutex_unlock(&mutex);
    while (answers != NULL) {
      struct Answer *answer = answers;
      answers = answer->next;
      answer->reply(answer->code, "", answer->json, answer->user_data);
      free(answer);
    }
  }
  return nothing;
}

static void StartThread(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, GiveAnswers, NULL);
  pthread_detach(thread);
}

/// Answers with a code and two texts, one after the other.
static int Answer(ReplyCallback reply, int32_t code, const char *json, const char *more,
                  const void *user_data) {
  if (reply == NULL) return 0;
  pthread_once(&started, StartThread);
  const size_t size = strlen(json), rest = strlen(more) + 1;
  struct Answer *answer = malloc(sizeof *answer + size + rest);
  if (answer == NULL) return -1;
  *answer = (struct Answer){NULL, reply, user_data, code};
  memcpy(answer->json, json, size);
  memcpy(answer->json + size, more, rest);
  pthread_mutex_lock(&mutex);
  *last = answer;
  last = &answer->next;
  pthread_cond_signal(&answered);
  pthread_mutex_unlock(&mutex);
  return 0;
}

EXPORT int TIMMsgSaveMsg(const char *conv_id, int conv_type, const char *json, ReplyCallback reply,
                         const void *user_data) {
  (void)conv_id, (void)conv_type;
  return Answer(reply, StateCode(), head, json + 1, user_data);  // from behind its brace
}

EXPORT int TIMMsgFindMessages(const char *ids, ReplyCallback reply, const void *user_data) {
  (void)ids;
  return Answer(reply, StateCode(), "[]", "", user_data);
}

EXPORT int TIMMsgFindByMsgLocatorList(const char *conv_id, int conv_type, const char *locators,
                                      ReplyCallback reply, const void *user_data) {
  (void)conv_id, (void)conv_type, (void)locators;
  return Answer(reply, StateCode(), "[]", "", user_data);
}

EXPORT int TIMInit(uint64_t sdkappid, const char *config) {
  (void)sdkappid, (void)config;
  initialised = 1;
  return 0;
}

EXPORT int TIMUninit(void) {
  initialised = logging_in = 0;
  return 0;
}

/// Goes on for ever, as on the real engine without a network: saves are accepted meanwhile.
EXPORT int TIMLogin(const char *user, const char *sig, ReplyCallback reply, const void *user_data) {
  (void)user, (void)sig, (void)reply, (void)user_data;
  logging_in = initialised;
  return 0;
}

EXPORT const char *TIMGetSDKVersion(void) { return "0.0.0"; }

EXPORT int TIMGetLoginStatus(void) { return kLoggingIn; }

EXPORT int TIMSetConfig(const char *config, ReplyCallback reply, const void *user_data) {
  (void)config;
  return Answer(reply, 0, "", "", user_data);
}

EXPORT int callExperimentalAPI(const char *operation, ReplyCallback reply, const void *user_data) {
  (void)operation, (void)reply, (void)user_data;
  return 0;
}

EXPORT void TIMSetLogCallback(void (*callback)(int32_t, const char *, const void *),
                              const void *user_data) {
  (void)callback, (void)user_data;
}

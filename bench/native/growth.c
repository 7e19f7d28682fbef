// What a save costs as the store grows.
//
//   growth ... (engine_client.h) WINDOW CONVERSATIONS (FROM TO)...
//
// Saves with WINDOW in flight, each into the next of CONVERSATIONS conversations, until TO have
// been answered, and takes the time from answer FROM on; then the same for the next pair. Writes an
// array of the microseconds that a save took from FROM to TO.
#include <stdlib.h>
#include <unistd.h>

#include "engine_client.h"

enum { kWindow = kOwnArguments, kConversations, kFirstPair };

static long submitted, answered;

static void SubmitNext(long conversations) {
  // The engine copies it before the call returns.
  char conversation[32];
  snprintf(conversation, sizeof conversation, "partner%ld", submitted % conversations);
  SetConversation(conversation);
  Submit();
  submitted++;
}

/// Nanoseconds between the answers `from` and `to`.
static int64_t MeasureBlock(long from, long to, long window, long conversations) {
  int64_t start = 0;
  while (answered < to) {
    while (submitted < to && submitted - answered < window) SubmitNext(conversations);
    Wait();
    if (++answered == from) start = Nanoseconds(CLOCK_MONOTONIC);
  }
  return Nanoseconds(CLOCK_MONOTONIC) - start;
}

int main(int argc, char **argv) {
  if (argc < kFirstPair + 2) Fail("arguments", "some are missing; see the head of growth.c");
  FILE *out = OpenResult();
  LoadEngine(argv);
  OpenEngine(argv);
  WaitUntilReady();
  for (int i = kFirstPair; i + 1 < argc; i += 2) {
    const long from = atol(argv[i]), to = atol(argv[i + 1]);
    const int64_t time = MeasureBlock(from, to, atol(argv[kWindow]), atol(argv[kConversations]));
    fprintf(out, "%c%.3f", i == kFirstPair ? '[' : ',', (double)time / (double)(to - from) / 1e3);
  }
  fputc(']', out);
  CheckSaved();
  fclose(out);
  CloseEngine();
  _exit(0);
}

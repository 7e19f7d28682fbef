// The floor: a C program that calls the engine directly, with a message that is JSON already and a
// result that nobody reads. What a program in JavaScript can reach at best where the engine is what
// takes the time.
//
//   floor ... (engine_client.h) WARM_UP SEQUENTIAL PIPELINED WINDOW...
//
// Writes its result as one JSON object.
#include <stdlib.h>
#include <unistd.h>

#include "engine_client.h"

enum { kWarmUp = kOwnArguments, kSequential, kPipelined, kFirstWindow };

static int CompareTimes(const void *a, const void *b) {
  const int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
  return (left > right) - (left < right);
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
  fprintf(out, ",\"pipelined%d\":{\"perSecond\":%.3f,\"mainCpu\":%.3f}", window, calls / wall * 1e9,
          used / calls / 1e3);
}

int main(int argc, char **argv) {
  if (argc <= kFirstWindow) Fail("arguments", "some are missing; see the head of floor.c");
  FILE *out = OpenResult();
  LoadEngine(argv);
  OpenEngine(argv);
  WaitUntilReady();
  for (int call = atoi(argv[kWarmUp]); call > 0; call--) {
    Submit();
    Wait();
  }
  MeasureSequential(out, atoi(argv[kSequential]));
  for (int i = kFirstWindow; i < argc; i++)
    MeasurePipelined(out, atoi(argv[kPipelined]), atoi(argv[i]));
  fputc('}', out);
  CheckSaved();
  fclose(out);
  CloseEngine();
  // The engine's threads go on for a while, and its destructors do not expect them.
  _exit(0);
}

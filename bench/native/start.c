// From dlopen to the first acknowledged save, in milliseconds.
//
//   start ... (engine_client.h)
//
// Writes its result as one JSON object.
#include <unistd.h>

#include "engine_client.h"

int main(int argc, char **argv) {
  if (argc < kOwnArguments) Fail("arguments", "some are missing; see engine_client.h");
  FILE *out = OpenResult();
  const int64_t start = Nanoseconds(CLOCK_MONOTONIC);
  LoadEngine(argv);
  const int64_t loaded = Nanoseconds(CLOCK_MONOTONIC);
  OpenEngine(argv);
  const int64_t opened = Nanoseconds(CLOCK_MONOTONIC);
  WaitUntilReady();
  const int64_t saved = Nanoseconds(CLOCK_MONOTONIC);
  fprintf(out, "{\"library\":%.3f,\"initialise\":%.3f,\"untilSaved\":%.3f,\"total\":%.3f}",
          (double)(loaded - start) / 1e6, (double)(opened - loaded) / 1e6,
          (double)(saved - opened) / 1e6, (double)(saved - start) / 1e6);
  fclose(out);
  CloseEngine();
  _exit(0);
}

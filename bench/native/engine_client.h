// What the C programs of the bench do with the engine: open it, save, wait for the answer. One
// thread makes the calls; the engine's own threads answer.
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <time.h>

/// Arguments that every program begins with; `kOwnArguments` is the first of its own.
enum {
  kEngineFile = 1,
  kStoreFolder,
  kMessageFile,
  kAppId,
  kUser,
  kSignature,
  kSettings,
  kServers,
  kInitConfig,
  kConversation,
  kOwnArguments
};

/// Ends the program.
void Fail(const char *what, const char *why);

int64_t Nanoseconds(clockid_t clock);

/// Loads the engine's library.
void LoadEngine(char **arguments);

/// Applies the settings, initialises the engine and logs in: saves are accepted some time later.
void OpenEngine(char **arguments);

void CloseEngine(void);

/// Changes where the next saves go.
void SetConversation(const char *conversation);

/// Hands a save to the engine. Each is answered once: `Wait` returns once for each answer.
void Submit(void);
void Wait(void);

/// Saves until the engine, which is not ready at once, accepts it.
void WaitUntilReady(void);

/// Fails when a save has been answered with an error.
void CheckSaved(void);

/// File descriptor 3: the engine writes to standard output.
FILE *OpenResult(void);

#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "bridge/call_thread.h"
#include "bridge/ticket_table.h"
#include "process/event_hub.h"
#include "process/local_login.h"
#include "process/log_watch.h"
#include "process/session.h"
#include "process/store_lock.h"
#include "sdk/library.h"
#include "sdk/signature.h"

namespace imsdk {

/// What the process has one of, however many JavaScript environments it runs: the engine, the
/// thread that calls it, and the calls that are with it. Never destroyed: the engine's threads may
/// call back until the very end of the process.
class EngineProcess {
 public:
  static EngineProcess& Instance();

  /// What a call that loads the library is answered with.
  enum LoadOutcome : int32_t {
    kLoaded = 0,
    /// It cannot be, or is not the engine's; the text says why.
    kUnusable = 1,
    /// This process has loaded another file, which the text names.
    kOtherLibrary = 2,
    /// Another copy of this package has loaded the engine; the text names it.
    kOtherCopy = 3,
  };

  /// A call that loads the library: a LoadOutcome. `console_log`: what the engine prints may appear
  /// on stdout.
  std::unique_ptr<NativeCall> MakeLoad(std::string path, bool console_log);

  /// A call of one function of the table. `answer_on_return`: its callback is known never to come.
  std::unique_ptr<NativeCall> MakeCall(size_t function, sdk::Arguments arguments,
                                       bool answer_on_return);

  /// The library's file, or empty while none is loaded. Any thread.
  std::string loaded_path() const;

  TicketTable& tickets() { return tickets_; }
  CallThread& call_thread() { return call_thread_; }
  Session& session() { return session_; }
  LocalLogin& local_login() { return *local_login_; }
  StoreLock& store_lock() { return store_lock_; }
  LogWatch& log_watch() { return log_watch_; }
  EventHub& events() { return *events_; }

  /// The engine's library, or nullptr until it is loaded. Call thread.
  const sdk::Library* library() const { return loaded_path_.empty() ? nullptr : &library_; }

 private:
  friend class LoadCall;
  friend class TableCall;

  EngineProcess();

  TicketTable tickets_;
  CallThread call_thread_{tickets_};
  Session session_;
  StoreLock store_lock_;
  LogWatch log_watch_;
  std::shared_ptr<LocalLogin> local_login_;
  std::shared_ptr<EventHub> events_;
  mutable std::mutex loaded_path_mutex_;
  std::string loaded_path_;
  // Written and read on the call thread only.
  sdk::Library library_;
  std::vector<void*> addresses_;
};

/// Where a function stands in the call table; the table must have it.
size_t FunctionIndex(std::string_view name);

}  // namespace imsdk

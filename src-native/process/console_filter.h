#pragma once

namespace imsdk {

/// Keeps the engine's own lines off the process's stdout. The engine can be told not to log to the
/// console, and prints one line for each TIMInit and each slow task all the same, which would end
/// up in the middle of what a program pipes to the next. What other native code prints through C's
/// stdout passes. Once per process, however often it is called; on platforms without the means it
/// does nothing. Call thread.
void KeepEngineOffConsole();

}  // namespace imsdk

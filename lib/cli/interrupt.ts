/** A signal that Ctrl-C aborts, so that a command tidies up and ends by itself. */
export interface Interruptible {
  signal: AbortSignal;
  /** Gives Ctrl-C its usual effect back. */
  release: () => void;
}

/** Makes the first Ctrl-C (or SIGTERM) abort a signal; the second ends the process as usual. */
export function abortOnInterrupt(): Interruptible {
  const controller = new AbortController();
  const abort = (name: NodeJS.Signals) => {
    // The shell's convention for "ended by a signal": 128 and the signal's number.
    process.exitCode = name === 'SIGINT' ? 130 : 143;
    controller.abort(new Error(`interrupted by ${name}`));
    release();
  };
  const release = () => {
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
  };
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  return { signal: controller.signal, release };
}

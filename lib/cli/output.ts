import { debuglog } from 'node:util';

import { ImSdkError } from '../errors.js';

/** A stream that commands write to: standard output or standard error, or what a test puts in its place. */
export interface Output {
  /** True where a person watches, and lines may be drawn again. */
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Tells a person why a command failed: the message, which says what to do next, and the code to search for.
 * Ours need no stack; `NODE_DEBUG=node-imsdk` adds it and the causes. Anything else is a defect of this
 * package and shows its stack at once, since that is what a report needs.
 */
export function printFailure(error: unknown, output: Output = process.stderr): void {
  const isOurs = error instanceof ImSdkError;
  output.write(`node-imsdk: ${isOurs ? messageWithCode(error) : String(error)}\n`);
  const showStack = !isOurs || debuglog('node-imsdk').enabled;
  for (let shown = error; showStack && shown instanceof Error; shown = shown.cause) {
    if (shown !== error) output.write(`caused by ${shown.name}: ${shown.message}\n`);
    output.write(`${stackOf(shown)}\n`);
  }
}

/** The code goes behind the first line: what follows is a list that belongs to it. */
export function messageWithCode({ message, code }: { message: string; code?: string }): string {
  return code === undefined ? message : message.replace(/$/m, ` [${code}]`);
}

/** The frames alone: the message has been printed. */
function stackOf(error: Error): string {
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return frames?.join('\n') ?? '';
}

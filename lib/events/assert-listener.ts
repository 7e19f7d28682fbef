import { refuse } from '../arguments.js';
import { engineEvents } from './event-table.js';

/** @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for a name that is none, or a listener that is no function. */
export function assertListener(name: unknown, listener: unknown): void {
  const isName = typeof name === 'string' && (Object.hasOwn(engineEvents, name) || name === 'eventsDropped');
  if (!isName) refuse('name', 'the name of an event of TimEvents', name);
  if (typeof listener !== 'function') refuse('listener', 'a function', listener);
}

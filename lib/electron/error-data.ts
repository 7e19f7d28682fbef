import { ImSdkError, type ImSdkErrorCode, type ImSdkErrorDetails } from '../errors.js';
import type { ErrorData } from './protocol.js';

/** How far down the causes of an error are told. */
const MAX_CAUSES = 4;

/** An error as data. The stack stays behind: it tells of the main process's files. */
export function toErrorData(error: unknown, depth = 0): ErrorData {
  // Not by instanceof: an error may be of another realm.
  if (!isError(error)) return { name: 'Error', message: String(error), fields: {} };
  const fields: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(error)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      fields[name] = value;
    }
  }
  const { name, message, cause } = error;
  const hasCause = cause !== undefined && depth < MAX_CAUSES;
  return { name, message, fields, ...(hasCause ? { cause: toErrorData(cause, depth + 1) } : {}) };
}

function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && 'name' in value;
}

/** The error again: an ImSdkError where it was one. */
export function fromErrorData({ name, message, fields, cause: causeData }: ErrorData): Error {
  const cause = causeData === undefined ? {} : { cause: fromErrorData(causeData) };
  if (name === 'ImSdkError') {
    const { name: _name, code, ...details } = fields;
    return new ImSdkError(code as ImSdkErrorCode, message, { ...(details as ImSdkErrorDetails), ...cause });
  }
  return Object.assign(new Error(message, cause), fields, { name });
}

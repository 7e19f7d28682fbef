/** Rules of single parameters that no field table can say. */
import { refuseAs } from '../message-store/validation-refusal.js';

/** To a message without a receiver the engine never answers. */
export function withReceivers(params: unknown): unknown {
  const { msg_batch_send_param_identifier_array: receivers } = (params ?? {}) as {
    msg_batch_send_param_identifier_array?: unknown;
  };
  if (Array.isArray(receivers) && receivers.length > 0) return params;
  return refuseAs(
    ['params', 'msg_batch_send_param_identifier_array'],
    'must be an array of at least one user id: without a receiver the engine never answers.',
  );
}

/** More extensions than a message can have (300), by far. */
const TOO_MANY = 10_000;

/** The keys of extensions: the documented API passes the extensions themselves, the engine takes their keys. */
export function extensionKeys(extensions: unknown): unknown {
  // What is left as it is will be refused: an array can say that it has a billion items.
  if (!Array.isArray(extensions) || extensions.length > TOO_MANY) return extensions;
  return extensions.map((extension: unknown) =>
    typeof extension === 'object' && extension !== null
      ? (extension as { message_extension_key?: unknown }).message_extension_key
      : extension,
  );
}

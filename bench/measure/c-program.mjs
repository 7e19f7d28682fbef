import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { conditions, initConfig } from '../conditions.mjs';
import { conversation } from '../payloads.mjs';

/**
 * The command of a C program of the bench that uses native/engine_client.h, with the arguments that each begins with.
 *
 * @param places - `scratch` and `store`, folders of this measurement.
 * @param own - the program's own arguments.
 */
export function cProgramCommand(program, engine, message, { scratch, store }, own = []) {
  const messageFile = path.join(scratch, 'message.json');
  writeFileSync(messageFile, JSON.stringify(message));
  const { sdkappid, userId, userSig, settings, servers } = conditions;
  const texts = [settings, servers, initConfig(store)].map((value) => JSON.stringify(value));
  return [
    program,
    engine,
    store,
    messageFile,
    sdkappid,
    userId,
    userSig,
    ...texts,
    conversation.conv_id,
    ...own,
  ].map(String);
}

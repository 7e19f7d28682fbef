import path from 'node:path';

import { Command, InvalidArgumentError } from 'commander';

import { ImSdkError } from '../errors.js';
import { defaultStoreFolder } from '../message-store/store-folder.js';
import { fetchEngine } from '../native/fetch/fetch-engine.js';
import { searchEngine } from '../native/find-engine.js';
import { throwIfFailed } from '../throw-if-failed.js';
import { Tim } from '../tim.js';
import { TIMConvType, TIMElemType, type Json_value_msg } from '../types/index.js';
import { fetchProgressView } from './fetch-progress.js';
import { abortOnInterrupt } from './interrupt.js';

interface SaveCommandOptions {
  user: string;
  to: string;
  group?: boolean;
  store?: string;
  sdkappid: number;
  json?: boolean;
}

/** What `save --json` prints. */
interface SavedMessage {
  id: string;
  conversation: string;
  conversationType: 'c2c' | 'group';
  /** Seconds since 1970. */
  time: number;
  /** The store's folder. */
  store: string;
}

// In local-only mode the app id only names the user's folder in the store; any number will do.
const LOCAL_APP_ID = 1_400_000_001;

/** `node-imsdk save`: saves one text message and prints where it went. */
export function saveCommand(): Command {
  return new Command('save')
    .summary('save a text message into a local store')
    .description(
      'Saves a text message into the local store through the real engine, and returns when it is on disk. ' +
        'Nothing is sent: the engine runs in local-only mode, without an account.',
    )
    .argument('<text>', 'the message')
    .requiredOption('--user <id>', 'whose store it is: the user who writes')
    .requiredOption('--to <id>', 'the conversation: the other user, or with --group the group')
    .option('--group', '--to is a group')
    .option('--store <folder>', `the store's folder (default: ${defaultStoreFolder()})`)
    .option('--sdkappid <number>', 'the app whose messages they are', appId, LOCAL_APP_ID)
    .option('--json', 'print one line of JSON')
    .addHelpText('after', '\nExample:\n  $ node-imsdk save --user alice --to bob "Hello, Bob"\n')
    .action(async (text: string, options: SaveCommandOptions) => {
      try {
        const saved = await save(text, options);
        console.log(options.json ? JSON.stringify(saved) : describe(saved));
      } catch (error) {
        if (!options.json || !(error instanceof ImSdkError)) throw error;
        const { code, message, field, engineCode, holderPid } = error;
        console.log(JSON.stringify({ error: { code, message, field, engineCode, holderPid } }));
        process.exitCode ??= 1;
      }
    });
}

async function save(text: string, options: SaveCommandOptions): Promise<SavedMessage> {
  const store = path.resolve(options.store ?? defaultStoreFolder());
  const { signal, release } = abortOnInterrupt();
  try {
    await fetchEngineForPerson(signal);
    const tim = new Tim({ sdkappid: options.sdkappid, localOnly: true });
    try {
      const code = await tim.TIMInit({ config_path: store });
      throwIfFailed({ code, desc: 'the engine could not be opened' });
      throwIfFailed(await tim.TIMLogin({ userID: options.user }));
      const { json_param: message } = throwIfFailed(
        await tim.TIMMsgSaveMsg(
          {
            conv_id: options.to,
            conv_type: options.group ? TIMConvType.kTIMConv_Group : TIMConvType.kTIMConv_C2C,
            params: textMessage(text),
          },
          { signal },
        ),
      );
      return savedMessage(message ?? {}, options, store);
    } finally {
      await tim.TIMUninit();
    }
  } finally {
    release();
  }
}

/**
 * Fetches the engine where a person watches. In a script it must be there: a command that saves a message
 * should not turn out to download 24 MB on the one machine where the cache was forgotten.
 */
async function fetchEngineForPerson(signal: AbortSignal): Promise<void> {
  const { found, failure } = searchEngine();
  const isFixable = failure?.code === 'ERR_IMSDK_LIBRARY_NOT_FOUND' && failure.field === undefined;
  if (found || !isFixable || !process.stderr.isTTY) return;
  const view = fetchProgressView();
  try {
    await fetchEngine({ onProgress: view.onProgress, signal });
  } finally {
    view.stop();
  }
}

function textMessage(text: string): Json_value_msg {
  return { message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: text }] };
}

function savedMessage(message: Json_value_msg, options: SaveCommandOptions, store: string): SavedMessage {
  return {
    id: message.message_msg_id ?? '',
    conversation: message.message_conv_id ?? '',
    conversationType: options.group ? 'group' : 'c2c',
    time: message.message_server_time ?? 0,
    store,
  };
}

function describe({ id, conversation, conversationType, store }: SavedMessage): string {
  return [
    'Saved, and on disk.',
    `  id            ${id}`,
    `  conversation  ${conversation} (${conversationType === 'group' ? 'group' : 'one to one'})`,
    `  store         ${store}`,
  ].join('\n');
}

function appId(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 0xffff_ffff) return value;
  throw new InvalidArgumentError('An app id is a whole number from 1 to 4294967295.');
}

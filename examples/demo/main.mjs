// npm run demo [-- folder of the store]
//
// Saves the documented sample message, every field filled, through the real engine into its real local store,
// reads it back and shows what was stored. Local-only: nothing leaves this machine, and no account is needed.
//
// Against an account of Tencent Cloud Chat:
//   TIM_SDKAPPID=1400... TIM_USER_ID=alice TIM_USER_SIG=eJw... npm run demo
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { ImSdkError, throwIfFailed, Tim, TIMConvType, TIMElemType } from 'node-imsdk';
import { compareMessages } from './compare.mjs';
import { bold, dim, kindsOf, printComparison, printStep } from './print.mjs';
import { sampleGroup, sampleMessage } from './sample-message.mjs';

const { TIM_SDKAPPID, TIM_USER_ID, TIM_USER_SIG } = process.env;
const given = [TIM_SDKAPPID, TIM_USER_ID, TIM_USER_SIG].filter(Boolean).length;
if (given > 0 && given < 3) {
  console.error(
    'For an account, set all of TIM_SDKAPPID, TIM_USER_ID and TIM_USER_SIG; for local-only, none.',
  );
  process.exit(1);
}
const account =
  given === 3 ? { sdkappid: Number(TIM_SDKAPPID), userID: TIM_USER_ID, userSig: TIM_USER_SIG } : undefined;
const { sdkappid, userID, userSig } = account ?? {
  sdkappid: 1400000001,
  userID: 'alice',
  userSig: undefined,
};

// Below build/, which git ignores. Kept after the demo, so that you can look at it.
const store = path.resolve(
  process.argv[2] ?? fileURLToPath(new URL('../../build/demo-store', import.meta.url)),
);

try {
  await demo();
} catch (error) {
  if (!(error instanceof ImSdkError)) throw error;
  console.error(`\n${error.message} [${error.code}]`);
  process.exitCode = 1;
}

async function demo() {
  console.log(bold('node-imsdk: a save that resolves is a save on disk'));
  console.log(account ? `as ${userID} of app ${sdkappid}` : 'local-only: nothing leaves this machine');

  const libraryPath = process.env.NODE_IMSDK_LIBRARY || fetchEngine();
  const tim = new Tim({ sdkappid, localOnly: account === undefined, libraryPath });
  printStep(1, 'The engine', libraryPath, `version ${await tim.TIMGetSDKVersion()}`);

  try {
    throwIfFailed({ code: await tim.TIMInit({ config_path: store }) });
    throwIfFailed(await tim.TIMLogin({ userID, userSig }));
    printStep(2, 'The store', store, `open, and ${userID} is logged in`);

    const saved = await saveSample(tim);
    await readBack(tim, saved);
    await saveOwnMessage(tim);
  } finally {
    await tim.TIMUninit();
  }
  printNext();
}

/** Fetches the engine unless the cache has it, as `npx node-imsdk fetch-sdk` does; its path. */
function fetchEngine() {
  const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));
  // The progress goes to standard error, where a person sees it; the path to standard output.
  const { status, stdout } = spawnSync(process.execPath, [cli, 'fetch-sdk'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) process.exit(status ?? 1);
  return stdout.trim();
}

async function saveSample(tim) {
  const started = performance.now();
  const {
    code,
    json_param: saved,
    user_data,
  } = throwIfFailed(
    await tim.TIMMsgSaveMsg({
      conv_id: sampleGroup,
      conv_type: TIMConvType.kTIMConv_Group,
      params: sampleMessage,
      user_data: '演示 demo 🎬',
    }),
  );
  const milliseconds = (performance.now() - started).toFixed(1);
  printStep(
    3,
    'Saved with TIMMsgSaveMsg',
    `code ${code}, on disk after ${milliseconds} ms, user_data ${JSON.stringify(user_data)}`,
    `id ${saved.message_msg_id}, unique id ${saved.message_unique_id} (exact: a ${typeof saved.message_unique_id})`,
  );
  return saved;
}

async function readBack(tim, saved) {
  const { json_param: listed } = throwIfFailed(
    await tim.TIMMsgGetMsgList({
      conv_id: sampleGroup,
      conv_type: TIMConvType.kTIMConv_Group,
      // More than one: in a group, messages of the same second come in any order.
      params: { msg_getmsglist_param_count: 20 },
    }),
  );
  const { json_param: found } = throwIfFailed(
    await tim.TIMMsgFindMessages({ json_message_id_array: [saved.message_msg_id] }),
  );
  for (const messages of [listed, found]) {
    if (!messages.some(({ message_msg_id: id }) => id === saved.message_msg_id)) {
      throw new Error(`${saved.message_msg_id} was saved and is not there`);
    }
  }
  printStep(4, 'Read back with TIMMsgGetMsgList and TIMMsgFindMessages: both have it');
  printComparison(compareMessages(sampleMessage, found[0]), sampleMessage);
  if (kindsOf(found[0]) !== kindsOf(sampleMessage)) {
    console.log(`   The engine reads sounds and files back before the rest: ${kindsOf(found[0])}.`);
  }
}

async function saveOwnMessage(tim) {
  const text = '晚上见！See you tonight! 🌙';
  const { json_param: saved } = throwIfFailed(
    await tim.TIMMsgSaveMsg({
      conv_id: 'bob',
      conv_type: TIMConvType.kTIMConv_C2C,
      params: { message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: text }] },
    }),
  );
  const { json_param: messages } = throwIfFailed(
    await tim.TIMMsgGetMsgList({
      conv_id: 'bob',
      conv_type: TIMConvType.kTIMConv_C2C,
      params: { msg_getmsglist_param_count: 100 },
    }),
  );
  printStep(
    5,
    `A message of ${userID} to bob`,
    `"${text}"`,
    `id ${saved.message_msg_id}, from self: ${saved.message_is_from_self}; the conversation now has ${messages.length}`,
  );
}

function printNext() {
  printStep(
    6,
    'What next',
    `The store stays where it is: ${store}`,
    `A message from a shell:  ${dim('npx node-imsdk save --user alice --to bob "Hello, Bob"')}`,
    `What works here:         ${dim('npx node-imsdk doctor')}`,
    ...(account
      ? []
      : [
          `With a Tencent account:  ${dim('TIM_SDKAPPID=... TIM_USER_ID=... TIM_USER_SIG=... npm run demo')}`,
        ]),
  );
}

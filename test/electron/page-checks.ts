/**
 * What a page gets of Tim. The checks run in a page: of the stand-in, in pages.test.ts, and of Electron itself, in
 * in-electron.test.ts. So they use nothing of Node.js or of jest, and come to plain data.
 */
import type { Json_value_msg } from '../../lib/interfaces.js';
import type TimRender from '../../lib/electron/renderer.js';
import { ImSdkError } from '../../lib/electron/renderer.js';

/** One check: what it comes to is what it should. */
export interface PageCheck {
  readonly name: string;
  /** @param to - A conversation of the check's own. */
  run(tim: TimRender, to: Conversation): Promise<unknown>;
  readonly expected: unknown;
}

/** Who a check writes to. */
export interface Conversation {
  readonly conv_id: string;
  readonly conv_type: number;
}

const text = (content: string): Json_value_msg => ({
  message_elem_array: [{ elem_type: 0, text_elem_content: content }],
});

async function storedTexts(tim: TimRender, to: Conversation): Promise<unknown[]> {
  const { json_param: list = [] } = await tim.TIMMsgGetMsgList({
    ...to,
    params: { msg_getmsglist_param_count: 500 },
  });
  return list.map(({ message_elem_array: [element] = [] }) => element?.text_elem_content).reverse();
}

/** What an ImSdkError says, or what came instead. */
async function rejection(promise: Promise<unknown>): Promise<object> {
  try {
    return { resolved: await promise };
  } catch (error) {
    if (!(error instanceof ImSdkError)) return { name: (error as Error).name };
    const { code, field, mayHaveBeenStored, message } = error;
    return { code, field, mayHaveBeenStored, message };
  }
}

export const pageChecks: readonly PageCheck[] = [
  {
    name: 'a result is plain data, parsed once, with exact 64-bit integers',
    async run(tim, to) {
      const result = await tim.TIMMsgSaveMsg({ ...to, params: text('你好'), user_data: 'mine' });
      const { message_unique_id: id } = result.json_param ?? {};
      const { message_unique_id: inJson } = JSON.parse(JSON.stringify(result.json_param)) as {
        message_unique_id: string;
      };
      return {
        ...{ code: result.code, desc: result.desc, user_data: result.user_data, id: typeof id },
        isPlain: 'value' in (Object.getOwnPropertyDescriptor(result, 'json_param') ?? {}),
        isOne: result.json_param === result.json_params,
        isExact: inJson === String(id),
      };
    },
    expected: {
      code: 0,
      desc: 'OK',
      user_data: 'mine',
      id: 'bigint',
      isPlain: true,
      isOne: true,
      isExact: true,
    },
  },
  {
    name: 'a message from a result goes back with its 64-bit integers',
    async run(tim, to) {
      const { json_param: message = {} } = await tim.TIMMsgSaveMsg({ ...to, params: text('to be deleted') });
      const { code } = await tim.TIMMsgDelete({ ...to, params: { msg_delete_param_msg: message } });
      return { code, left: await storedTexts(tim, to) };
    },
    expected: { code: 0, left: [] },
  },
  {
    name: 'a large message crosses whole',
    async run(tim, to) {
      const content = '大'.repeat(64 * 1024);
      await tim.TIMMsgSaveMsg({ ...to, params: text(content) });
      return (await storedTexts(tim, to))[0] === content;
    },
    expected: true,
  },
  {
    name: 'saves are stored in the order of the calls',
    async run(tim, to) {
      const contents = Array.from({ length: 200 }, (_, index) => `#${index}`);
      await Promise.all(contents.map((content) => tim.TIMMsgSaveMsg({ ...to, params: text(content) })));
      return (await storedTexts(tim, to)).join() === contents.join();
    },
    expected: true,
  },
  {
    name: 'what Tim refuses rejects in the page with the same ImSdkError',
    async run(tim, to) {
      const params = { message_elem_array: [{ elem_type: 99 } as never] };
      const { code, field, message } = (await rejection(tim.TIMMsgSaveMsg({ ...to, params }))) as ImSdkError;
      return { code, field, message: message.split(' must be ')[0] };
    },
    expected: {
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field: 'params.message_elem_array[0].elem_type',
      message: 'params.message_elem_array[0].elem_type',
    },
  },
  {
    name: 'what cannot be copied is refused in the page',
    async run(tim, to) {
      const params = { ...text('a'), message_custom_str: (() => 'b') as unknown as string };
      const { code, mayHaveBeenStored } = (await rejection(
        tim.TIMMsgSaveMsg({ ...to, params }),
      )) as ImSdkError;
      return { code, mayHaveBeenStored };
    },
    expected: { code: 'ERR_IMSDK_INVALID_ARGUMENT', mayHaveBeenStored: false },
  },
  {
    name: 'a time limit is checked as in the main process',
    async run(tim, to) {
      const save = tim.TIMMsgSaveMsg({ ...to, params: text('a') }, { timeout: 0 });
      const { code, field } = (await rejection(save)) as ImSdkError;
      return { code, field };
    },
    expected: { code: 'ERR_IMSDK_INVALID_ARGUMENT', field: 'options.timeout' },
  },
  {
    name: 'an aborted signal stops the waiting, and the reason is the page’s own',
    async run(tim, to) {
      const controller = new AbortController();
      const reason = new TypeError('changed my mind');
      const isReason = (error: Error): boolean => error.cause === reason;
      const { signal } = controller;
      const save = (): Promise<unknown> => tim.TIMMsgSaveMsg({ ...to, params: text('a') }, { signal });
      const underWay = save().then(() => false, isReason);
      controller.abort(reason);
      const { code, mayHaveBeenStored } = (await rejection(save())) as ImSdkError;
      return {
        underWay: await underWay,
        later: await save().then(() => false, isReason),
        code,
        mayHaveBeenStored,
      };
    },
    expected: { underWay: true, later: true, code: 'ERR_IMSDK_ABORTED', mayHaveBeenStored: false },
  },
  {
    name: 'a callback among the parameters is called in its page',
    async run(tim) {
      const told: unknown[] = [];
      await tim.TIMSetConfig({
        json_config: { set_config_log_level: 6 },
        callback: (...args) => void told.push(args),
        user_data: 'mine',
      });
      return told;
    },
    expected: [[0, '', '{"set_config_log_level":6}', 'mine']],
  },
  {
    name: 'a method that is not allowed rejects',
    async run(tim) {
      const call = tim.callExperimentalAPI({ json_param: { request_internal_operation: 'a' } });
      return ((await rejection(call)) as ImSdkError).code;
    },
    expected: 'ERR_IMSDK_NOT_ALLOWED',
  },
];

/** Opens the engine, logs alice in, and runs a check. */
export async function runPageCheck(tim: TimRender, check: PageCheck): Promise<unknown> {
  await tim.TIMInit();
  await tim.TIMLogin({ userID: 'alice' });
  return check.run(tim, { conv_id: `check-${pageChecks.indexOf(check)}`, conv_type: 1 });
}

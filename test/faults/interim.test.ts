/** Functions that tell something before they answer: a message's id, progress. And the one whose callback differs. */
import type { Tim } from '../../lib/index.js';
import { parseExact } from '../../lib/json/parse.js';
import { sharedBridge, type Reply } from '../../lib/native/bridge.js';
import { clearFaults, messageFor, openTim, script } from './scripted-engine';

let tim: Tim;
let interim: Reply[];

beforeEach(async () => {
  tim = await openTim();
  interim = [];
});

afterEach(async () => {
  await clearFaults(tim);
  await tim.TIMUninit();
});

function call(name: string, ...args: (string | number)[]): Promise<Reply> {
  return sharedBridge().call(name, args, 0, undefined, (reply) => interim.push(reply));
}

function send(name: string): Promise<Reply> {
  const { conv_id, conv_type, params } = messageFor('hello');
  return call(name, conv_id, conv_type, JSON.stringify(params));
}

const idOf = ({ json }: Reply): unknown => (JSON.parse(json) as { message_msg_id: string }).message_msg_id;

describe('TIMMsgSendMessage', () => {
  test.each([
    ['inside the call', { on: 'call' }],
    ['on another thread before the call returns', { on: 'thread', beforeReturn: true }],
    ["on the engine's thread after the call has returned", { on: 'engine', after: 20 }],
  ] as const)('answers with the id that it filled in, when its callback comes %s', async (_, reply) => {
    await script(tim, { function: 'TIMMsgSendMessage', replies: [reply] });
    const answer = await send('TIMMsgSendMessage');
    expect(answer).toMatchObject({ code: 0, desc: 'OK', messageId: idOf(answer) });
    expect(answer.messageId).toMatch(/^-\d+-\d+$/);
  });

  test('tells the id when it has returned, and the answer later', async () => {
    await script(tim, { function: 'TIMMsgSendMessage', replies: [{ after: 20 }] });
    const answer = await send('TIMMsgSendMessage');
    expect(interim.map(({ messageId }) => messageId)).toEqual([answer.messageId]);
  });

  test.each([
    ['comes nevertheless', [{ on: 'call', code: 6017 }], 6017],
    ['does not come', [], -4],
  ] as const)('that is refused answers once, when its callback %s', async (_, replies, code) => {
    await script(tim, { function: 'TIMMsgSendMessage', returns: -4, replies: [...replies] });
    expect(await send('TIMMsgSendMessage')).toMatchObject({ code });
    expect(sharedBridge().addon.counts().withEngine).toBe(0);
  });
});

test('TIMMsgSendNewMsgEx tells the id by its first callback and the answer by its second', async () => {
  const answer = await send('TIMMsgSendNewMsgEx');
  expect(interim.map(idOf)).toEqual([idOf(answer)]);
});

test('TIMMsgDownloadElemToPath reports progress, then the answer, and nothing after it', async () => {
  const progress = (size: number) => ({
    desc: 'downloading',
    json: JSON.stringify({ msg_download_elem_result_current_size: size }),
  });
  const replies = [progress(10), progress(20), { code: 6009, desc: 'downloading' }, progress(30)];
  await script(tim, { function: 'TIMMsgDownloadElemToPath', replies });
  const answer = await call('TIMMsgDownloadElemToPath', '{}', '/path');
  await tim.TIMMsgSaveMsg(messageFor('answered after all of them'), { durability: 'ack' });
  expect(interim.map(({ json }) => json)).toEqual([progress(10).json, progress(20).json]);
  expect(answer).toMatchObject({ code: 6009, desc: 'downloading' });
});

test.each([
  ['a list', '[{"group_member_info_identifier":"bob"}]', [{ group_member_info_identifier: 'bob' }]],
  ['NULL', null, []],
  ['nothing', '', []],
])(
  'TIMMsgGetGroupMessageReadMemberList answers with all that its callback gets: %s',
  async (_, json, members) => {
    await script(tim, { function: 'TIMMsgGetGroupMessageReadMemberList', replies: [{ json }] });
    const answer = await call('TIMMsgGetGroupMessageReadMemberList', '{}', 0, 0, 100);
    expect(parseExact(answer.json, answer.exactIntegers)).toEqual([members, 2n ** 64n - 1n, false]);
  },
);

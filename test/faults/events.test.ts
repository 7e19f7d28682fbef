/** What the engine tells of its own accord: which values, from which thread, at which moment, and how much of it. */
import { setImmediate as turn } from 'node:timers/promises';

import type { EngineEventName, Tim, TimEventName, TimEvents } from '../../lib/index.js';
import { engineEvents } from '../../lib/events/event-table.js';
import { sharedBridge } from '../../lib/native/bridge.js';
import {
  clearFaults,
  fire,
  messageFor,
  openDoor,
  openTim,
  temporaryFolder,
  type ScriptedEvent,
  type ScriptedValue,
} from './scripted-engine';

const door = openDoor();
let tim: Tim;

beforeEach(async () => {
  tim = await openTim();
});

const stopListening: (() => void)[] = [];

afterEach(async () => {
  for (const stop of stopListening.splice(0)) stop();
  await clearFaults(tim);
  await tim.TIMUninit();
  jest.restoreAllMocks();
});

/** What listeners of an event have been called with. */
function listenTo<Name extends TimEventName>(name: Name, client = tim): TimEvents[Name][] {
  const calls: TimEvents[Name][] = [];
  const listener = (...values: TimEvents[Name]): void => void calls.push(values);
  client.on(name, listener);
  stopListening.push(() => client.off(name, listener));
  return calls;
}

/** A call that the engine's thread answers after what it has told by now. */
const marker = ['TIMMsgSaveMsg', ['bob', 1, JSON.stringify(messageFor('marker').params)]] as const;

/** Resolves when what the engine's thread has told by now is delivered. */
async function delivered(): Promise<void> {
  await sharedBridge().call(...marker);
}

function fired(name: EngineEventName, values: ScriptedValue[], how: Partial<ScriptedEvent> = {}) {
  return fire(tim, { event: engineEvents[name].setter, values, ...how });
}

const messages = [{ message_msg_id: '1-2-3', message_seq: 7 }];
const profile = { user_profile_identifier: 'bob' };
const conversations = [{ conv_id: 'bob', conv_type: 1 }];
const json = JSON.stringify;

/** For each event what the engine's callback gets, and what a listener does where that differs. */
const samples: Record<EngineEventName, [ScriptedValue[], unknown[]?]> = {
  networkStatusChanged: [[3, 9512, 'unreachable']],
  kickedOffline: [[]],
  userSigExpired: [[]],
  selfInfoUpdated: [[json(profile)], [profile]],
  userStatusChanged: [[json([{ user_status_identifier: 'bob' }])], [[{ user_status_identifier: 'bob' }]]],
  userInfoChanged: [[json([profile])], [[profile]]],
  log: [[6, 'a line']],
  conversationEvent: [
    [2, json(conversations)],
    [2, conversations],
  ],
  totalUnreadCountChanged: [[12]],
  unreadCountChangedByFilter: [
    [json({ conversation_list_filter_conv_type: 1 }), 12],
    [{ conversation_list_filter_conv_type: 1 }, 12],
  ],
  conversationGroupCreated: [
    ['friends', json(conversations)],
    ['friends', conversations],
  ],
  conversationGroupDeleted: [['friends']],
  conversationGroupNameChanged: [['friends', 'enemies']],
  conversationsAddedToGroup: [
    ['friends', json(conversations)],
    ['friends', conversations],
  ],
  conversationsDeletedFromGroup: [
    ['friends', json(conversations), 4_294_967_295],
    ['friends', conversations, 4_294_967_295],
  ],
  newMessages: [[json(messages)], [messages]],
  uploadProgress: [
    [json(messages[0]), 1, 1024, 4_294_967_295],
    [messages[0], 1, 1024, 4_294_967_295],
  ],
  messageReceipts: [[json([{ msg_receipt_msg_id: '1-2-3' }])], [[{ msg_receipt_msg_id: '1-2-3' }]]],
  messagesRevoked: [
    [json([{ message_locator_seq: 1, message_revoker_user_id: 'bob' }])],
    [[{ message_locator_seq: 1, message_revoker_user_id: 'bob' }]],
  ],
  messagesUpdated: [[json(messages)], [messages]],
  messageExtensionsChanged: [
    ['1-2-3', json([{ message_extension_key: 'key' }])],
    ['1-2-3', [{ message_extension_key: 'key' }]],
  ],
  messageExtensionsDeleted: [
    ['1-2-3', json([{ message_extension_key: 'key' }])],
    ['1-2-3', [{ message_extension_key: 'key' }]],
  ],
  messageReactionsChanged: [
    [json([{ message_reaction_change_info_msg_id: '1-2-3' }])],
    [[{ message_reaction_change_info_msg_id: '1-2-3' }]],
  ],
  allMessageReceiveOptionChanged: [
    [json({ msg_all_recv_msg_opt_level: 2 })],
    [{ msg_all_recv_msg_opt_level: 2 }],
  ],
  groupPinnedMessageChanged: [
    ['@TGS#1', json(messages[0]), true, 'alice'],
    ['@TGS#1', messages[0], true, 'alice'],
  ],
  experimentalNotify: [['key', 'data']],
};
const names = Object.keys(samples) as EngineEventName[];

type SetCallback = (params: { callback?: unknown; user_data?: string }) => void;

/** Sets the documented callback of an event. */
function setCallback(name: EngineEventName, callback: unknown, user_data?: string): void {
  const method = tim[engineEvents[name].setter as keyof Tim] as SetCallback;
  method.call(tim, { callback, ...(user_data === undefined ? {} : { user_data }) });
}

test('every event has its name here', () => {
  expect(new Set(names.map((name) => engineEvents[name].setter))).toEqual(
    new Set(sharedBridge().addon.eventNames()),
  );
});

test.each(names)('listeners of %s get what the engine told, its JSON read', async (name) => {
  const [told, read = told] = samples[name];
  const calls = listenTo(name);
  expect(await fired(name, told)).toBe(true);
  await delivered();
  expect(calls).toEqual([read]);
});

test.each(names)(
  'the documented callback of %s gets what the engine told, its JSON as text',
  async (name) => {
    const [told] = samples[name];
    const callback = jest.fn();
    setCallback(name, callback, 'data');
    expect(await fired(name, told)).toBe(true);
    await delivered();
    expect(callback.mock.calls).toEqual([[...told, 'data']]);
    const another = jest.fn();
    setCallback(name, another);
    await fired(name, told);
    await delivered();
    expect(another.mock.calls).toEqual([[...told, '']]);
    expect(callback).toHaveBeenCalledTimes(1);
    setCallback(name, null);
  },
);

test('TIMRemoveRecvNewMsgCallback takes the callback back', async () => {
  tim.TIMAddRecvNewMsgCallback({ callback: () => undefined });
  expect(await fired('newMessages', ['[]'])).toBe(true);
  tim.TIMRemoveRecvNewMsgCallback();
  expect(await fired('newMessages', ['[]'])).toBe(false);
});

describe('the engine is asked for an event', () => {
  // The log is the exception: it is listened to for lost messages.
  const name = 'messagesUpdated';

  test('while there is a listener, and not before or after', async () => {
    const listener = (): void => undefined;
    expect(await fired(name, ['[]'])).toBe(false);
    tim.on(name, listener);
    expect(await fired(name, ['[]'])).toBe(true);
    tim.on(name, listener).off(name, listener);
    expect(await fired(name, ['[]'])).toBe(true);
    tim.off(name, listener);
    expect(await fired(name, ['[]'])).toBe(false);
  });

  test('once, for a listener of once', async () => {
    const listener = jest.fn();
    tim.once(name, listener);
    await fired(name, ['[]'], { copies: 2 });
    await delivered();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(await fired(name, ['[]'])).toBe(false);
  });

  test('after TIMUninit and TIMInit too, and after TIMLogout', async () => {
    const calls = listenTo(name);
    await tim.TIMUninit();
    await tim.TIMInit({ config_path: temporaryFolder() });
    await tim.TIMLogin({ userID: 'alice' });
    expect(await fired(name, ['[1]'])).toBe(true);
    await delivered();
    await tim.TIMLogout();
    await tim.TIMLogin({ userID: 'alice' });
    expect(await fired(name, ['[2]'])).toBe(true);
    await delivered();
    expect(calls).toEqual([[[1]], [[2]]]);
  });

  test('when the listener was there before TIMInit', async () => {
    await tim.TIMUninit();
    const calls = listenTo(name);
    await tim.TIMInit({ config_path: temporaryFolder() });
    expect(await fired(name, ['[]'], { on: 'call' })).toBe(true);
    expect(calls).toEqual([[[]]]);
  });
});

test.each([
  ['inside a call', { on: 'call' }],
  ["on the engine's thread", { on: 'engine' }],
  ['on a thread of its own', { on: 'thread', beforeReturn: true }],
] as const)('an event %s is delivered', async (_, how) => {
  const calls = listenTo('newMessages');
  await fired('newMessages', [json(messages)], how);
  await delivered();
  expect(calls).toEqual([[messages]]);
});

test('an event on the JavaScript thread is delivered later, and runs nothing of JavaScript itself', async () => {
  const calls = listenTo('newMessages');
  await fired('newMessages', [json(messages)], { on: 'javascript' });
  expect(door.deliver()).toBe(1);
  expect(calls).toEqual([]);
  await delivered();
  expect(calls).toEqual([[messages]]);
});

test('events and answers are delivered in the order in which the engine gave them', async () => {
  const order: unknown[] = [];
  const listener = (count: number): void => void order.push(count);
  tim.on('totalUnreadCountChanged', listener);
  const event = { request_internal_operation: 'scripted_engine_event', on: 'engine' };
  const { setter } = engineEvents.totalUnreadCountChanged;
  const answers = Array.from({ length: 50 }, (_, count) => {
    void sharedBridge().call('callExperimentalAPI', [json({ ...event, event: setter, values: [count] })]);
    // Not a promise: what waits for one goes on when a few deliveries have been made.
    return new Promise<void>((resolve) => {
      const receive = (): void => {
        order.push(`answer ${count}`);
        resolve();
      };
      sharedBridge().submit(...marker, { receive });
    });
  });
  await Promise.all(answers);
  tim.off('totalUnreadCountChanged', listener);
  expect(order).toEqual(answers.flatMap((_, count) => [count, `answer ${count}`]));
});

test('events from many threads at once are all delivered', async () => {
  const calls = listenTo('log');
  const events = Array.from({ length: 200 }, (_, index) =>
    fired('log', [4, `line ${index}`], { on: 'thread', copies: 5, after: 5, beforeReturn: true }),
  );
  await Promise.all(events);
  await delivered();
  expect(calls.length).toBe(1000);
  expect(new Set(calls.map(([, line]) => line)).size).toBe(200);
});

describe('what the engine tells', () => {
  test('keeps integers that a number would round', async () => {
    const calls = listenTo('groupPinnedMessageChanged');
    await fired('groupPinnedMessageChanged', ['', '{"message_unique_id":7711289293730507003}', true, '']);
    await delivered();
    expect(calls).toEqual([['', { message_unique_id: 7711289293730507003n }, true, '']]);
  });

  test.each([
    ['NULL', null],
    ['empty', ''],
  ])('may be %s: listeners get empty texts, lists and objects', async (_, nothing) => {
    const calls = listenTo('conversationsDeletedFromGroup');
    const pinned = listenTo('groupPinnedMessageChanged');
    await fired('conversationsDeletedFromGroup', [nothing, nothing, 0]);
    await fired('groupPinnedMessageChanged', [nothing, nothing, false, nothing]);
    await delivered();
    expect(calls).toEqual([['', [], 0]]);
    expect(pinned).toEqual([['', {}, false, '']]);
  });

  test('may not be UTF-8: U+FFFD stands for what is not', async () => {
    const calls = listenTo('log');
    const texts = listenTo('newMessages');
    await fired('log', [6, { hex: '41fffe42ed' }]);
    await fired('newMessages', [{ hex: Buffer.from('["\xff"]', 'latin1').toString('hex') }]);
    await delivered();
    expect(calls).toEqual([[6, 'A\ufffd\ufffdB\ufffd']]);
    expect(texts).toEqual([[['\ufffd']]]);
  });

  test('may be 16 MB', async () => {
    const calls = listenTo('newMessages');
    await fired('newMessages', [{ text: json(messages), padTo: 2 ** 24 }]);
    await delivered();
    expect(calls).toEqual([[messages]]);
  });

  test('and is not the JSON that it should be, warns once without showing it; callbacks get it', async () => {
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const calls = listenTo('messagesRevoked');
    const callback = jest.fn();
    tim.TIMSetMsgRevokeCallback({ callback });
    const broken = ['[{"secret', '{"secret":1}', '"secret"', '\u4f60'];
    for (const text of broken) await fired('messagesRevoked', [text]);
    await fired('messagesRevoked', ['[]']);
    await delivered();
    expect(calls).toEqual([[[]]]);
    expect(callback.mock.calls).toEqual([...broken, '[]'].map((text) => [text, '']));
    expect(warn.mock.calls).toEqual([
      [
        expect.stringContaining('messagesRevoked'),
        expect.objectContaining({ code: 'NODE_IMSDK_EVENT_UNREADABLE' }),
      ],
    ]);
    expect(json(warn.mock.calls)).not.toContain('secret');
    tim.TIMSetMsgRevokeCallback({});
  });
});

describe('events that come after TIMUninit', () => {
  test('are not delivered', async () => {
    const calls = listenTo('newMessages');
    await fired('newMessages', [json(messages)], { afterUninit: true });
    await tim.TIMUninit();
    await turn();
    const next = await openTim();
    await next.TIMMsgSaveMsg(messageFor('comes after it'));
    await next.TIMUninit();
    expect(calls).toEqual([]);
  });

  test('are not delivered to a closed client while another one has the engine', async () => {
    const closed = listenTo('newMessages');
    await tim.TIMUninit();
    const open = await openTim();
    const calls = listenTo('newMessages', open);
    await fire(open, { event: engineEvents.newMessages.setter, values: [json(messages)] });
    await open.TIMMsgSaveMsg(messageFor('comes after it'));
    await open.TIMUninit();
    expect(closed).toEqual([]);
    expect(calls).toEqual([[messages]]);
  });
});

describe('when the event loop is busy', () => {
  /** Has the engine tell something many times while JavaScript waits. */
  async function flood(values: ScriptedValue[], copies: number): Promise<void> {
    await fired('log', values, { on: 'javascript', copies });
    expect(door.deliver()).toBe(1);
    await delivered();
  }

  test('65,536 events wait, and the others are counted', async () => {
    const calls = listenTo('log');
    const dropped = listenTo('eventsDropped');
    await flood([4, 'line'], 70_000);
    expect(calls.length).toBe(65_536);
    expect(dropped).toEqual([['log', 70_000 - 65_536]]);
    await flood([4, 'line'], 10);
    expect(calls.length).toBe(65_546);
    expect(dropped.length).toBe(1);
  });

  test('64 MB of events wait, and the others are counted: with a warning where nobody listens for that', async () => {
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const calls = listenTo('log');
    await flood([4, { text: '', padTo: 2 ** 24 }], 6);
    expect(calls.length).toBe(4);
    expect(warn.mock.calls).toEqual([
      [
        expect.stringContaining('2 events log'),
        expect.objectContaining({ code: 'NODE_IMSDK_EVENTS_DROPPED' }),
      ],
    ]);
  });

  test('one event is delivered, however large it is', async () => {
    const calls = listenTo('log');
    await flood([4, { text: '', padTo: 2 ** 26 + 1 }], 1);
    expect(calls.length).toBe(1);
  });
});

describe('an iteration', () => {
  const name = 'totalUnreadCountChanged';

  test('gives the events since it was made, and stops listening at its end', async () => {
    const events = tim.events(name);
    await fired(name, [1]);
    await fired(name, [2]);
    await delivered();
    const counts = [];
    for await (const [count] of events) {
      counts.push(count);
      if (count === 2) void fired(name, [3]);
      if (count === 3) break;
    }
    expect(counts).toEqual([1, 2, 3]);
    expect(await fired(name, [4])).toBe(false);
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  test('ends with the signal, its reason being the cause', async () => {
    const abort = new AbortController();
    const events = tim.events(name, { signal: abort.signal });
    const waiting = events.next();
    abort.abort('enough');
    await expect(waiting).rejects.toMatchObject({ code: 'ERR_IMSDK_ABORTED', cause: 'enough' });
    expect(await events.next()).toMatchObject({ done: true });
    expect(await fired(name, [1])).toBe(false);
    const { signal } = abort;
    await expect(tim.events(name, { signal }).next()).rejects.toMatchObject({ code: 'ERR_IMSDK_ABORTED' });
  });

  test('that is too slow gives what waits, then rejects', async () => {
    const events = tim.events(name, { limit: 2 });
    for (const count of [1, 2, 3]) await fired(name, [count]);
    await delivered();
    expect(await events.next()).toMatchObject({ value: [1] });
    expect(await events.next()).toMatchObject({ value: [2] });
    await expect(events.next()).rejects.toMatchObject({ code: 'ERR_IMSDK_EVENTS_LOST' });
    expect(await events.next()).toMatchObject({ done: true });
  });

  test('that is returned from ends those who wait', async () => {
    const events = tim.events(name);
    const waiting = [events.next(), events.next()];
    await events.return?.();
    expect(await Promise.all(waiting)).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
  });
});

test.each([
  ['an unknown event', () => tim.on('toString' as never, () => undefined), 'name'],
  ['no function', () => tim.on('log', 'listener' as never), 'listener'],
  ['no function to set', () => tim.TIMSetLogCallback({ callback: 'callback' as never }), 'callback'],
  ['no parameters', () => tim.TIMSetLogCallback(undefined as never), 'params'],
  ['no limit', () => tim.events('log', { limit: 0 }), 'options.limit'],
  ['no signal', () => tim.events('log', { signal: 'stop' as never }), 'options.signal'],
])('%s is refused', (_, listen, field) => {
  expect(listen).toThrow(expect.objectContaining({ code: 'ERR_IMSDK_INVALID_ARGUMENT', field }) as Error);
});

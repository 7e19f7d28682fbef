/** The events that the real engine tells without a service: what they say, and that they survive its sessions. */
import { TIMLogLevel, TIMNetworkStatus, type Tim, type TimEventName, type TimEvents } from 'node-imsdk';
import { BOB, logInClient, makeClient, makeFolder, stored, text, toBob } from './client.js';

/** Resolves with the next event of a kind. */
function next<Name extends TimEventName>(tim: Tim, name: Name): Promise<TimEvents[Name]> {
  return new Promise((resolve) => tim.once(name, (...values) => resolve(values)));
}

async function modifySaved(tim: Tim): Promise<unknown> {
  const message = stored(await tim.TIMMsgSaveMsg(toBob(text('before'))));
  const [[updated]] = await Promise.all([
    next(tim, 'messagesUpdated'),
    tim.TIMMsgModifyMessage({ params: { ...message, message_custom_str: 'after' } }),
  ]);
  return updated;
}

test('a modified message is told of, its 64-bit id exact', async () => {
  const tim = await logInClient();
  expect(await modifySaved(tim)).toEqual([
    expect.objectContaining({
      message_conv_id: BOB,
      message_custom_str: 'after',
      message_unique_id: expect.any(BigInt) as bigint,
    }),
  ]);
});

test('after TIMUninit and TIMInit, and after TIMLogout, listeners are told as before', async () => {
  const tim = await logInClient();
  const listener = jest.fn();
  tim.on('messagesUpdated', listener);
  await tim.TIMUninit();
  await tim.TIMInit({ config_path: makeFolder() });
  await tim.TIMLogin({ userID: 'alice' });
  await modifySaved(tim);
  expect(listener).toHaveBeenCalledTimes(1);
  await tim.TIMLogout();
  await tim.TIMLogin({ userID: 'alice' });
  await modifySaved(tim);
  expect(listener).toHaveBeenCalledTimes(2);
});

test('the connection that fails is told of, to a listener that was there before TIMInit', async () => {
  const tim = makeClient();
  const statuses: unknown[] = [];
  const failed = new Promise<void>((resolve) => {
    tim.on('networkStatusChanged', (status, code, description) => {
      statuses.push(status);
      if (status !== TIMNetworkStatus.kTIMConnectFailed) return;
      expect({ code, description }).toEqual({ code: 9511, description: 'ERR_CONNECTION_REFUSED' });
      resolve();
    });
  });
  await tim.TIMInit({ config_path: makeFolder() });
  await failed;
  expect(statuses.slice(0, 2)).toEqual([TIMNetworkStatus.kTIMConnecting, TIMNetworkStatus.kTIMConnectFailed]);
});

test('the number of unread messages is told of, once it has been asked for', async () => {
  const tim = await logInClient();
  const [[count]] = await Promise.all([
    next(tim, 'totalUnreadCountChanged'),
    tim.TIMConvGetTotalUnreadMessageCount({}),
  ]);
  expect(count).toBe(0);
});

test('the log is told of down to the level that was asked for', async () => {
  const tim = makeClient({ logLevel: TIMLogLevel.kTIMLog_Info });
  const levels = new Set<number>();
  const isMild = new Promise<void>((resolve) => {
    tim.on('log', (level, line) => {
      expect(typeof line).toBe('string');
      levels.add(level);
      if (level === TIMLogLevel.kTIMLog_Info) resolve();
    });
  });
  await tim.TIMInit({ config_path: makeFolder() });
  await tim.TIMLogin({ userID: 'alice' });
  await isMild;
  expect(Math.min(...levels)).toBe(TIMLogLevel.kTIMLog_Info);
});

test('saved and imported messages are no new messages, and saving makes no conversation event', async () => {
  const tim = await logInClient();
  const told: string[] = [];
  tim.on('newMessages', () => void told.push('newMessages'));
  tim.on('conversationEvent', () => void told.push('conversationEvent'));
  await tim.TIMMsgSaveMsg(toBob(text('saved')));
  await tim.TIMMsgImportMsgList({ ...toBob(text('')), params: [text('imported')] });
  await modifySaved(tim);
  expect(told).toEqual([]);
});

/** Sending without a service, with the message's id beforehand; downloads with progress; lists of readers. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  TIMLoginStatus,
  type commonResponse,
  type DownloadProgress,
  type Json_value_msg,
  type MsgSendMessageParams,
  type Tim,
} from 'node-imsdk';
import { GROUP, logInClient, makeFolder, openClient, stored, text, toBob, toGroup } from './client.js';

/** The id of a message that nobody in particular sent: time and random number. */
const MESSAGE_ID = /^-\d+-\d+$/;

const forms = [
  ['TIMMsgSendMessage', (tim: Tim) => tim.TIMMsgSendMessage.bind(tim)],
  ['TIMMsgSendNewMsgEx', (tim: Tim) => tim.TIMMsgSendNewMsgEx.bind(tim)],
] as const;

describe.each(forms)('%s', (_name, methodOf) => {
  test.each<[string, MsgSendMessageParams, number]>([
    ['a user', toBob(text('hello')), 6032],
    ['a group', toGroup(text('hello')), 6014],
  ])('to %s tells the id, and returns the engine’s code with the message', async (_to, params, code) => {
    const told: string[] = [];
    const send = methodOf(await logInClient());
    const result = await send(
      { ...params, user_data: 'mine' },
      { onMessageId: (messageId) => told.push(messageId) },
    );
    expect(result).toMatchObject({ code, user_data: 'mine', message_id: expect.stringMatching(MESSAGE_ID) });
    expect(told).toEqual([result.message_id]);
    expect(result.json_param).toMatchObject({
      message_msg_id: result.message_id,
      message_elem_array: params.params.message_elem_array,
      message_conv_id: params.conv_id,
    });
  });

  test('what the engine refuses at once has no id', async () => {
    const onMessageId = jest.fn();
    const send = methodOf(await logInClient());
    const result = await send({ conv_id: '', conv_type: 1, params: text('hello') }, { onMessageId });
    expect(result).toMatchObject({ code: -4, message_id: '' });
    expect(onMessageId).not.toHaveBeenCalled();
  });

  test('refuses an element that the engine would drop, and values that it would change', async () => {
    const send = methodOf(await logInClient());
    for (const [field, element] of [
      ['params.message_elem_array[0].elem_type', { elem_type: 99 }],
      ['params.message_elem_array[0].text_elem_content', { elem_type: 0, text_elem_content: 5 }],
    ]) {
      const message = { message_elem_array: [element] } as Json_value_msg;
      await expect(send(toBob(message))).rejects.toMatchObject({
        code: 'ERR_IMSDK_INVALID_ARGUMENT',
        field,
      });
    }
  });
});

describe('TIMMsgSendMessageV2', () => {
  test('resolves with the id, and its callback hears the rest with the JSON as text', async () => {
    const tim = await logInClient();
    let messageId = '';
    const [response, userData] = await new Promise<[commonResponse, string | undefined]>(
      (resolve, reject) => {
        const callback = (...heard: [commonResponse, string?]) => resolve([heard[0], heard[1]]);
        const sent = tim.TIMMsgSendMessageV2({ ...toBob(text('hello')), user_data: 'mine', callback });
        sent.then((id) => (messageId = id), reject);
      },
    );
    expect({ ...response, userData }).toMatchObject({ code: 6032, user_data: 'mine', userData: 'mine' });
    expect(JSON.parse(response.json_param ?? '')).toMatchObject({ message_msg_id: messageId });
    expect(messageId).toMatch(MESSAGE_ID);
  });

  test('resolves with an empty id for what the engine refuses at once', async () => {
    const tim = await logInClient();
    expect(await tim.TIMMsgSendMessageV2({ conv_id: '', conv_type: 1, params: text('hello') })).toBe('');
  });

  test('refuses a callback that is none', async () => {
    const tim = await logInClient();
    const params = { ...toBob(text('hello')), callback: 'call me' };
    await expect(tim.TIMMsgSendMessageV2(params as never)).rejects.toMatchObject({ field: 'callback' });
  });
});

describe('TIMMsgDownloadElemToPath', () => {
  const FILE = Buffer.alloc(3_000_000, 'node-imsdk ');
  let server: http.Server;

  /** Sends a file bit by bit, so that there is progress to tell of; of `/never` it sends the beginning. */
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      response.writeHead(200, { 'content-length': FILE.length });
      const bits = Array.from({ length: 10 }, (_, i) => FILE.subarray(i * 300_000, (i + 1) * 300_000));
      const timer = setInterval(() => {
        if (request.url === '/never' && bits.length < 9) return;
        const bit = bits.shift();
        if (bit !== undefined) return response.write(bit);
        clearInterval(timer);
        return response.end();
      }, 30);
      response.on('close', () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** A client that may use the network, such as it is here, while it tries in vain to log in. */
  async function onlineClient(): Promise<Tim> {
    const tim = await openClient({ localOnly: false });
    const login = tim.TIMLogin({ userID: 'alice', userSig: 'none' });
    login.catch((error: unknown) => expect(error).toMatchObject({ code: 'ERR_IMSDK_CLOSED' }));
    while ((await tim.TIMGetLoginStatus()) !== TIMLoginStatus.kTIMLoginStatus_Logining) await delay(5);
    return tim;
  }

  const fileAt = (where: string) => ({
    msg_download_elem_param_type: 1,
    msg_download_elem_param_id: '1',
    msg_download_elem_param_business_id: 1,
    msg_download_elem_param_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${where}`,
  });

  test('tells of progress, to the option and to the documented callback, and resolves when the file is there', async () => {
    const tim = await onlineClient();
    const target = path.join(makeFolder(), 'file');
    const progress: DownloadProgress[] = [];
    const heard: unknown[][] = [];
    const result = await tim.TIMMsgDownloadElemToPath(
      { params: fileAt('file'), path: target, user_data: 'mine', callback: (...said) => heard.push(said) },
      { onProgress: (reached) => progress.push(reached) },
    );
    expect(result).toMatchObject({ code: 0, desc: 'OK', json_param: undefined, user_data: 'mine' });
    expect(readFileSync(target).equals(FILE)).toBe(true);
    const sizes = progress.map((reached) => reached.msg_download_elem_result_current_size);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(new Set(progress.map((reached) => reached.msg_download_elem_result_total_size))).toEqual(
      new Set([FILE.length]),
    );
    expect(heard).toEqual([
      ...progress.map((): unknown[] => [0, 'downloading', expect.any(String), 'mine']),
      [0, 'OK', '', 'mine'],
    ]);
    expect(heard.slice(0, -1).map(([, , json]) => JSON.parse(json as string) as unknown)).toEqual(progress);
  });

  test('is not waited for any longer when aborted, and tells nothing from then on', async () => {
    const tim = await onlineClient();
    const controller = new AbortController();
    let told = 0;
    const onProgress = (): void => {
      told++;
      controller.abort();
    };
    const target = path.join(makeFolder(), 'file');
    await expect(
      tim.TIMMsgDownloadElemToPath(
        { params: fileAt('never'), path: target },
        { onProgress, signal: controller.signal },
      ),
    ).rejects.toMatchObject({ code: 'ERR_IMSDK_ABORTED', mayHaveBeenStored: true });
    expect(await tim.TIMUninit()).toBe(0);
    expect(told).toBe(1);
  });

  test('fails with the engine’s code: no connection in local-only mode, no URL, no path', async () => {
    const tim = await logInClient();
    const target = path.join(makeFolder(), 'file');
    const download = (params: object, to = target) =>
      tim.TIMMsgDownloadElemToPath({ params: { ...fileAt('file'), ...params }, path: to });
    expect(await download({})).toMatchObject({ code: 6009 });
    expect(await download({ msg_download_elem_param_url: '' })).toMatchObject({ code: 6017 });
    expect(await download({}, '')).toMatchObject({ code: -4 });
  });

  test.each([
    ['params', { params: undefined }],
    ['params.msg_download_elem_param_id', { params: { msg_download_elem_param_id: 1 } }],
    ['path', { path: undefined }],
    ['callback', { callback: 'call me' }],
  ])('refuses a wrong %s', async (field, wrong) => {
    const params = { params: fileAt('file'), path: path.join(makeFolder(), 'file'), ...wrong };
    const tim = await openClient();
    await expect(tim.TIMMsgDownloadElemToPath(params as never)).rejects.toMatchObject({ field });
  });
});

describe('TIMMsgGetGroupMessageReadMemberList', () => {
  test('is answered with -4 for a message that asked for no receipts, also as text', async () => {
    const tim = await logInClient();
    const message = stored(await tim.TIMMsgSaveMsg({ ...toGroup(text('hello')), conv_id: GROUP }));
    for (const json_msg of [message, JSON.stringify(message)]) {
      expect(
        await tim.TIMMsgGetGroupMessageReadMemberList({ json_msg, filter: 0, next_seq: '0', count: 100 }),
      ).toMatchObject({ code: -4, json_param: undefined });
    }
  });

  test.each([
    ['json_msg', { json_msg: 5 }],
    ['filter', { filter: 'read' }],
    ['next_seq', { next_seq: 'first' }],
    ['count', { count: -1 }],
  ])('refuses a wrong %s', async (field, wrong) => {
    const tim = await openClient();
    const params = { json_msg: text('hello'), filter: 0, next_seq: 0, count: 1, ...wrong };
    await expect(tim.TIMMsgGetGroupMessageReadMemberList(params as never)).rejects.toMatchObject({ field });
  });
});

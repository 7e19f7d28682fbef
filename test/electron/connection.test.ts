/** The page's end of the channel, against answers and notices that come in any order. */
import TimRender, { type PageBridge } from 'node-imsdk/renderer';
import type { Notice, Reply, Request } from '../../lib/electron/protocol.js';

type Call = Extract<Request, { type: 'call' }>;

/** A bridge whose other end is the test. */
function bridgeTo(): {
  tim: TimRender;
  calls: Call[];
  answer: (index: number, reply: Reply) => void;
  tell: (notice: Notice) => void;
} {
  const calls: Call[] = [];
  const answers: ((reply: Reply) => void)[] = [];
  let tell: (notice: Notice) => void = () => undefined;
  const bridge: PageBridge = {
    request(request) {
      calls.push(request as Call);
      return new Promise((resolve) => answers.push(resolve));
    },
    listen: (listener) => (tell = listener),
  };
  const tim = new TimRender({ bridge });
  return { tim, calls, answer: (index, reply) => answers[index]?.(reply), tell: (notice) => tell(notice) };
}

const turn = (): Promise<void> => new Promise(setImmediate);

test('a call’s callbacks are called before it resolves, also where its answer overtakes them', async () => {
  const { tim, calls, answer, tell } = bridgeTo();
  const heard: string[] = [];
  const callback = (code: number): void => void heard.push(`callback ${code}`);
  const setting = tim.TIMSetConfig({ json_config: {}, callback }).then(() => heard.push('resolved'));
  const [{ id, callbacks }] = calls as [Call];
  answer(0, { ok: true, value: { code: 0 }, told: 2 });
  await turn();
  expect(heard).toEqual([]);
  for (const code of [1, 2]) tell({ type: 'callback', id, place: callbacks[0]!, args: [code, '', ''] });
  await setting;
  expect(heard).toEqual(['callback 1', 'callback 2', 'resolved']);
});

test('when TimMain closes, an answer that is on its way counts, and a call without one rejects', async () => {
  const { tim, calls, answer, tell } = bridgeTo();
  const [answered, unanswered] = [tim.TIMGetSDKVersion(), tim.TIMGetServerTime()];
  tell({ type: 'closed', unanswered: [calls[1]!.id] });
  await expect(unanswered).rejects.toMatchObject({ code: 'ERR_IMSDK_CLOSED', mayHaveBeenStored: true });
  answer(0, { ok: true, value: '8.0', told: 0 });
  expect(await answered).toBe('8.0');
});

test('an exception of a callback is the page’s own, and the call is answered all the same', async () => {
  const { tim, calls, answer, tell } = bridgeTo();
  const callback = (): void => {
    throw new RangeError('a mistake of the page');
  };
  const setting = tim.TIMSetConfig({ json_config: {}, callback });
  const [{ id, callbacks }] = calls as [Call];
  answer(0, { ok: true, value: { code: 0 }, told: 1 });
  await turn();
  expect(() => tell({ type: 'callback', id, place: callbacks[0]!, args: [0, '', ''] })).toThrow(RangeError);
  expect(await setting).toEqual({ code: 0 });
});

test('all TimRender of a page share one connection', async () => {
  const { tim, calls } = bridgeTo();
  const listen = jest.fn();
  const bridge: PageBridge = { request: () => new Promise(() => undefined), listen };
  void new TimRender({ bridge }).TIMGetSDKVersion();
  void new TimRender({ bridge }).TIMGetSDKVersion();
  expect(listen).toHaveBeenCalledTimes(1);
  void tim.TIMGetSDKVersion();
  expect(calls).toHaveLength(1);
});

test('without a bridge the error says what the preload script has to call', () => {
  expect(() => new TimRender()).toThrow(/exposeTim\(\) of node-imsdk\/preload/);
});

/** What the native side tells of several calls at once, as the addon writes it (src-native/bridge/completion_records.h). */
import { CompletionFlag, CompletionRecords } from '../../lib/native/completion-records.js';
import type { Addon, TextPage } from '../../lib/native/addon.js';
import type { Reply } from '../../lib/native/bridge.js';

const MOST = 8;
const DONE_AT = MOST * 9;

interface Told extends Partial<Reply> {
  id: number;
  place?: number;
  flags?: number;
}

/** Writes completions as the addon does; the texts beside them. */
function write(records: CompletionRecords, told: readonly Told[]): string {
  const ids = new Float64Array(records.memory, 0, MOST);
  const integers = new Int32Array(records.memory, MOST * 8);
  let texts = '';
  for (const [index, completion] of told.entries()) {
    const { conversationId = '', messageId = '', desc = '', exactIntegers = '', json = '' } = completion;
    const inTexts = [conversationId, messageId, desc, exactIntegers, json];
    const { code = 0, flags = 0, storeFailures = 0, place = 0 } = completion;
    const fields = [code, flags, storeFailures, place, ...inTexts.map(({ length }) => length)];
    ids[index] = completion.id;
    integers.set(fields, index * fields.length);
    texts += inTexts.join('');
  }
  integers[DONE_AT] = 0;
  return texts;
}

function read(reply: Reply): Reply {
  const { code, desc, json, exactIntegers, messageId, conversationId, storeFailures } = reply;
  return { code, desc, json, exactIntegers, messageId, conversationId, storeFailures };
}

const first = {
  ...{ id: 2 ** 53 - 1, code: -(2 ** 31), storeFailures: 3, desc: 'OK', json: '{"text":"一😀"}' },
  ...{ exactIntegers: '9', messageId: 'id-1-2', conversationId: 'bob' },
};
const second = { id: 7, flags: CompletionFlag.isInterim, desc: 'é' };

test('each completion has its own numbers and texts', () => {
  const records = new CompletionRecords();
  const told: [number, Reply, number][] = [];
  const texts = write(records, [first, second]);
  records.forEach({} as Addon, 2, texts, undefined, (id, reply, flags) =>
    told.push([id, read(reply), flags]),
  );
  const { id, ...numbersAndTexts } = first;
  const empty = {
    code: 0,
    json: '',
    exactIntegers: undefined,
    messageId: '',
    conversationId: '',
    storeFailures: 0,
  };
  expect(told).toEqual([
    [id, numbersAndTexts, 0],
    [second.id, { ...empty, desc: 'é' }, CompletionFlag.isInterim],
  ]);
});

test('JSON that is on the page is read from there, when it is read', () => {
  const records = new CompletionRecords();
  const page = {} as TextPage;
  const textOf = jest.fn(() => 'long');
  const texts = write(records, [
    { id: 1, place: 5, messageId: 'm' },
    { id: 2, json: 'short' },
  ]);
  const replies: Reply[] = [];
  records.forEach({ textOf } as unknown as Addon, 2, texts, page, (_id, reply) => replies.push(reply));
  expect(replies.map(({ messageId }) => messageId)).toEqual(['m', '']);
  expect(textOf).not.toHaveBeenCalled();
  expect(replies.map(({ json }) => json)).toEqual(['long', 'short']);
  expect(textOf).toHaveBeenCalledWith(page, 5);
});

test('where one throws, the addon calls again for those after it', () => {
  const records = new CompletionRecords();
  const texts = write(records, [
    { id: 1, desc: 'a' },
    { id: 2, desc: 'b' },
    { id: 3, desc: 'c' },
  ]);
  const told: string[] = [];
  const tell = (id: number, { desc }: Reply): void => {
    told.push(desc);
    if (id === 2) throw new Error('a defect');
  };
  const forEach = (): void => records.forEach({} as Addon, 3, texts, undefined, tell);
  expect(forEach).toThrow('a defect');
  forEach();
  expect(told).toEqual(['a', 'b', 'c']);
});

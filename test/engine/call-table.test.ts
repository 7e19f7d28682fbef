/**
 * The call table and the event table against the engine's own headers, and the library that they belong to: what is
 * missing, is not there, or has another signature fails.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedBridge } from '../../lib/native/bridge.js';
import { findEngine } from '../../lib/native/find-engine.js';
import { callbackParameters, functionsOf, type Declaration, type Parameter } from './c-headers.js';

const HEADERS = ['TIMManager.h', 'TIMConversationManager.h', 'TIMMessageManager.h', 'TIMExperimentalAPI.h'];
const USER_DATA = 'const void*';

/** What a tag of src-native/sdk/signature.h is in C. */
const parameterTypes: Record<string, string[]> = {
  Text: ['const char*'],
  Json: ['const char*'],
  TextBuffer: ['char*'],
  Int: ['int32_t'],
  Uint32: ['uint32_t'],
  Uint64: ['uint64_t'],
  Bool: ['bool'],
  Reply: ['TIMCommCallback', USER_DATA],
  ProgressAndReply: ['TIMCommCallback', USER_DATA],
  MessageIdAndReply: ['TIMCommCallback', 'TIMCommCallback', USER_DATA],
  MemberListReply: ['TIMMsgGroupMessageReadMemberListCallback', USER_DATA],
};
const returnTypes: Record<string, string> = {
  Status: 'int32_t',
  ConstantText: 'const char*',
  Uint64Value: 'uint64_t',
};

const declared = new Map(HEADERS.flatMap((header) => [...functionsOf(header)]));
const setters = new Map([...declared].filter(([, { returns }]) => returns === 'void'));
const functions = new Map([...declared].filter(([name]) => !setters.has(name)));

function readTable(file: string, line: RegExp): RegExpMatchArray[] {
  const source = readFileSync(path.join(__dirname, '../../src-native/sdk', file), 'utf8');
  return [...source.replaceAll('kLogSetter', '"TIMSetLogCallback"').matchAll(line)];
}

const split = (tags: string): string[] => tags.split(/,\s*/).filter(Boolean);

/** Parameters that hold JSON, by their names; `data` of a notification is whatever its key says. */
const isJson = ({ name }: Parameter): boolean => /^json_|_array$|^filter$/.test(name);

/** The tags of text parameters: which of them hold JSON the types alone do not tell. */
function textTags(parameters: readonly Parameter[]): string[] {
  return parameters
    .filter(({ type }) => type === 'const char*')
    .map((one) => (isJson(one) ? 'Json' : 'Text'));
}

describe('the call table', () => {
  const table = new Map(
    readTable('call_table.cc', /Bind<(\w+)\(([^)]*)\)>\(\s*"(\w+)"\)/g).map(
      ([, returns = '', tags = '', name = '']) => [name, { returns, tags: split(tags) }],
    ),
  );

  test('is what the addon has been built with', () => {
    expect([...table.keys()]).toEqual(sharedBridge().addon.functionNames());
  });

  test('has the functions of the four headers and no others, in their order by header', () => {
    expect([...table.keys()]).toEqual([...functions.keys()]);
  });

  test.each([...functions])('has the signature of %s', (name, { returns, parameters }) => {
    const line = table.get(name);
    expect({
      returns: returnTypes[line?.returns ?? ''],
      parameters: line?.tags.flatMap((tag) => parameterTypes[tag] ?? tag),
      texts: line?.tags.filter((tag) => tag === 'Text' || tag === 'Json'),
    }).toEqual({
      returns,
      parameters: parameters.map(({ type }) => type),
      texts: textTags(parameters),
    });
  });
});

describe('the event table', () => {
  const table = new Map(
    readTable('event_table.cc', /Listen<([^>]*)>\(\s*"(\w+)"(?:,\s*"(\w+)")?\)/g).map(
      ([, tags = '', setter = '', remover]) => [setter, { tags: split(tags), remover }],
    ),
  );
  const removers = [...table.values()].flatMap(({ remover }) => remover ?? []);

  test('is what the addon has been built with', () => {
    expect([...table.keys()]).toEqual(sharedBridge().addon.eventNames());
  });

  test('has the events of the four headers and no others, in their order by header', () => {
    const setting = [...setters.keys()].filter((name) => !removers.includes(name));
    expect([...table.keys()]).toEqual(setting);
  });

  const callbackOf = ({ parameters }: Declaration): string => parameters[0]?.type ?? '';

  test.each([...setters].filter(([name]) => !removers.includes(name)))(
    'has the callback of %s',
    (name, setter) => {
      const callback = callbackParameters(callbackOf(setter));
      const tags = table.get(name)?.tags;
      expect(setter.parameters.map(({ type }) => type)).toEqual([callbackOf(setter), USER_DATA]);
      expect({
        parameters: tags?.flatMap((tag) => parameterTypes[tag] ?? tag).concat(USER_DATA),
        texts: tags?.filter((tag) => tag === 'Text' || tag === 'Json'),
      }).toEqual({ parameters: callback.map(({ type }) => type), texts: textTags(callback) });
    },
  );

  test.each(removers)('takes the callback itself back with %s', (name) => {
    expect(setters.get(name)?.parameters.map(({ type }) => type)).toEqual(['TIMRecvNewMsgCallback']);
  });
});

/** src-native/sdk/abi.h declares these two itself. */
test.each([
  ['TIMCommCallback', ['int32_t', 'const char*', 'const char*', USER_DATA]],
  ['TIMMsgGroupMessageReadMemberListCallback', ['const char*', 'uint64_t', 'bool', USER_DATA]],
])('%s has the parameters that the addon gives it', (type, parameters) => {
  expect(callbackParameters(type).map((parameter) => parameter.type)).toEqual(parameters);
});

test('the library exports every function of the four headers', () => {
  const { path: library } = findEngine({});
  const exported = new Set(
    execFileSync('nm', ['-D', '--defined-only', library], { encoding: 'utf8', maxBuffer: 2 ** 26 }).match(
      /\w+$/gm,
    ),
  );
  expect([...declared.keys()].filter((name) => !exported.has(name))).toEqual([]);
});

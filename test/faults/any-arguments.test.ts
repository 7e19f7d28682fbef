/**
 * Whatever is passed to whatever method, in whatever place: nothing crashes or hangs, and the call either resolves or
 * rejects with an error that says which field it is.
 *
 * Methods and their parameters are found by looking, so that one which is added is tried here too. The seed is fixed;
 * another one: NODE_IMSDK_SEED=<seed> node scripts/test.mjs faults -- any-arguments
 */
import { inspect } from 'node:util';

import fc from 'fast-check';

import { pageMethods } from '../../lib/electron/methods.js';
import { ImSdkError, type Tim } from '../../lib/index.js';
import { sharedBridge } from '../../lib/native/bridge.js';
import { anyValue, boom, hostileValues } from '../fixtures/hostile-values.js';
import { messageFor, openTim } from './scripted-engine';
import { findParameters, type Bag } from './valid-parameters';

type Method = (typeof pageMethods)[number];

const isLong = process.env['NODE_IMSDK_LONG'] === '1';
const seed = Number(process.env['NODE_IMSDK_SEED'] ?? 20_240_601);

/** For a hang; every call settles in milliseconds. */
const LIMIT = 20_000;

/** They end the session: each call needs one of its own. */
const ENDING: ReadonlySet<Method> = new Set(['TIMUninit', 'TIMLogout']);

/** One place where a value can go: a whole argument, or a field of one. */
interface Place {
  readonly method: Method;
  readonly position: number;
  readonly field?: string;
  /** Parameters that the method takes. */
  readonly valid: readonly Bag[];
}

let tim: Tim;

beforeAll(async () => {
  tim = await openTim();
});

afterAll(async () => {
  await tim.TIMUninit();
});

function invoke(method: Method, args: readonly unknown[]): unknown {
  return (tim[method] as (...args: readonly unknown[]) => unknown)(...args);
}

/** What a call throws or rejects with; undefined where it resolves. */
async function failureOf(method: Method, args: readonly unknown[]): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<unknown>((resolve) => {
    timer = setTimeout(() => resolve(new Error(`${method} has not settled`)), LIMIT);
  });
  const call = Promise.resolve(invoke(method, args)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  try {
    return await Promise.race([call, hang]);
  } finally {
    clearTimeout(timer);
  }
}

/** Every place of a method that it looks at. */
async function placesOf(method: Method): Promise<Place[]> {
  const { valid, read } = await findParameters((args) => failureOf(method, args));
  return valid.flatMap((_, position) => [
    { method, position, valid },
    ...[...(read[position] ?? [])].map((field) => ({ method, position, field, valid })),
  ]);
}

function argumentsWith({ position, field, valid }: Place, value: unknown): unknown[] {
  return valid.map((bag, index) => {
    if (index !== position) return bag;
    return field === undefined ? value : { ...bag, [field]: value };
  });
}

/** Why an outcome is not as it should be; undefined where it is. */
function objection(failure: unknown): string | undefined {
  if (failure === undefined) return undefined;
  if (!(failure instanceof ImSdkError)) return `rejects with ${inspect(failure)}`;
  if (failure.code !== 'ERR_IMSDK_INVALID_ARGUMENT') return undefined;
  return failure.field === undefined ? `names no field: ${failure.message}` : undefined;
}

async function objectionTo(place: Place, value: unknown): Promise<string | undefined> {
  // A listener that throws is the caller's own affair.
  if (/^(?:callback|on[A-Z]\w+)$/.test(place.field ?? '') && typeof value === 'function') return undefined;
  const failure = await failureOf(place.method, argumentsWith(place, value));
  if (ENDING.has(place.method)) {
    await tim.TIMUninit();
    tim = await openTim();
  }
  return objection(failure);
}

function nameOf({ method, position, field }: Place): string {
  return `${method}, argument ${position + 1}${field === undefined ? '' : `, ${field}`}`;
}

test.each(pageMethods)('%s takes or refuses every kind of value in every place', async (method) => {
  const objections: string[] = [];
  for (const place of await placesOf(method)) {
    for (const [kind, make] of Object.entries(hostileValues)) {
      const objected = await objectionTo(place, make());
      if (objected !== undefined) objections.push(`${nameOf(place)}: with ${kind} it ${objected}`);
    }
  }
  expect(objections).toEqual([]);
});

test('random values in random places are taken or refused', async () => {
  const methods = pageMethods.filter((method) => !ENDING.has(method));
  const places = (await Promise.all(methods.map(placesOf))).flat();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), anyValue, async (place, make) => {
      expect([nameOf(place), await objectionTo(place, make())]).toEqual([nameOf(place), undefined]);
    }),
    { seed, numRuns: isLong ? 100_000 : 3_000 },
  );
}, 600_000);

test('the constructor refuses every kind of value in every option', () => {
  const { constructor: Client } = tim as unknown as { constructor: new (options: unknown) => Tim };
  const valid = { sdkappid: 1400000001, localOnly: true };
  const objections = ['', 'sdkappid', 'localOnly', 'libraryPath', 'durability', 'consoleLog'].flatMap(
    (option) =>
      Object.entries(hostileValues).flatMap(([kind, make]) => {
        try {
          new Client(option === '' ? make() : { ...valid, [option]: make() });
        } catch (failure) {
          const objected = objection(failure);
          return objected === undefined ? [] : [`${option} with ${kind} ${objected}`];
        }
        return [];
      }),
  );
  expect(objections).toEqual([]);
});

test('after all that, the engine has no call left, and saves', async () => {
  await expect(tim.TIMMsgSaveMsg(messageFor('still well'))).resolves.toMatchObject({ code: 0 });
  expect(sharedBridge().addon.counts().withEngine).toBe(0);
  expect(boom.stack).toBeDefined();
});

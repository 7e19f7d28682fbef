/** Parameters that a method takes, found by mending what it refuses. */
import type { ImSdkError } from '../../lib/index.js';

export type Bag = Record<string, unknown>;

/** Values of which one suits any parameter. */
const CANDIDATES: readonly unknown[] = [
  'alice',
  1,
  true,
  {},
  [],
  ['alice'],
  [{}],
  { message_sender: 'alice' },
];

/** Notes which fields are read. */
function recording(fields: Bag, names: Set<string>): Bag {
  return new Proxy(fields, {
    get(target, name) {
      if (typeof name === 'string') names.add(name);
      return target[name as string];
    },
  });
}

/** Arguments that a method takes, and the fields of each that it reads. */
export interface FoundParameters {
  readonly valid: readonly Bag[];
  readonly read: readonly ReadonlySet<string>[];
}

/**
 * Finds them.
 *
 * @param failureOf - Calls the method, and tells what it rejects with; undefined where it resolves.
 */
export async function findParameters(
  failureOf: (args: readonly unknown[]) => Promise<unknown>,
): Promise<FoundParameters> {
  const params: Bag = {};
  const options: Bag = {};
  const read = [new Set<string>(), new Set<string>()] as const;
  const tries = new Map<string, number>();
  for (;;) {
    const failure = await failureOf([recording(params, read[0]), recording(options, read[1])]);
    if (failure === undefined) return { valid: [params, options], read };
    const field = (failure as ImSdkError).field ?? '';
    const attempt = tries.get(field) ?? 0;
    if (field === '' || attempt === CANDIDATES.length) {
      throw new Error(`no value suits ${field}`, { cause: failure });
    }
    put(params, field, structuredClone(CANDIDATES[attempt]));
    tries.set(field, attempt + 1);
  }
}

/** Sets what a path such as `params.array[0].name` leads to. */
function put(bag: Bag, path: string, value: unknown): void {
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Bag>((inner, step) => (inner[step] ??= {}) as Bag, bag);
  holder[last] = value;
}

import { parseArgs } from 'node:util';
import { payloads } from './payloads.mjs';
import { peers } from './peers.mjs';

/** Saves in flight at once in the pipelined parts: some, and what one who does not wait soon has. */
export const WINDOWS = [256, 1024];

/** What the peers are measured on: the engine itself, and one that answers at once (native/stub_engine.c). */
export const engines = { real: 'the real engine', stub: 'a stub that answers at once' };

/**
 * How many saves a process makes. Few, because the vendor's path gets slower with every call, and is shown here
 * as it is when fresh.
 */
const COUNTS = {
  small: { warmUp: 50, sequential: 500, pipelined: 4096 },
  seed: { warmUp: 50, sequential: 500, pipelined: 4096 },
  big: { warmUp: 20, sequential: 150, pipelined: 3072 },
};

const QUICK = { warmUp: 20, sequential: 60, pipelined: 1280 };

const help = `npm run bench [-- options]

  --rounds N          rounds; each measures every peer with every message once     (7; 1 with --quick)
  --quick             few saves, to see that it works: the numbers mean little
  --peers A,B         of ${Object.keys(peers).join(', ')}
  --engines A,B       of ${Object.keys(engines).join(', ')}
  --payloads A,B      of ${Object.keys(payloads).join(', ')}
  --out FOLDER        where the report goes                (bench/report; build/bench with --quick)`;

const list = (text, known, what) => {
  if (text === undefined) return Object.keys(known);
  const names = text.split(',');
  const unknown = names.find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined) refuse(`There is no ${what} ${unknown}.`);
  return names;
};

function refuse(message) {
  console.error(`${message}\n\n${help}`);
  process.exit(2);
}

export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        rounds: { type: 'string' },
        quick: { type: 'boolean', default: false },
        peers: { type: 'string' },
        engines: { type: 'string' },
        payloads: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    refuse(error.message);
  }
  if (values.help) {
    console.log(help);
    process.exit(0);
  }
  const { quick } = values;
  const rounds = Number(values.rounds ?? (quick ? 1 : 7));
  if (!Number.isInteger(rounds) || rounds < 1) refuse('--rounds wants a whole number from 1 on.');
  return {
    rounds,
    quick,
    peers: list(values.peers, peers, 'peer'),
    engines: list(values.engines, engines, 'engine'),
    payloads: list(values.payloads, payloads, 'payload'),
    counts: quick ? Object.fromEntries(Object.keys(COUNTS).map((name) => [name, QUICK])) : COUNTS,
    out: values.out ?? (quick ? 'build/bench' : 'bench/report'),
  };
}

import { parseArgs } from 'node:util';
import { engines } from './engines.mjs';
import { parts } from './parts.mjs';
import { payloads } from './payloads.mjs';
import { peers } from './peers.mjs';

const help = `npm run bench [-- options]

  --rounds N          rounds; each measures every peer with every message once     (7; 3 with --check, 1 with --quick)
  --check             the short form for CI: prints which targets are met, and fails when a ratio is missed by
                      more than 25 % twice in a row
  --quick             few saves, to see that it works: the numbers mean little
  --parts A,B         of ${Object.keys(parts).join(', ')}
  --peers A,B         of ${Object.keys(peers).join(', ')}
  --engines A,B       of ${Object.keys(engines).join(', ')}
  --payloads A,B      of ${Object.keys(payloads).join(', ')}
  --out FOLDER        where the report goes                (bench/report; build/bench with --check or --quick)`;

const ROUNDS = { full: 7, check: 3, quick: 1 };

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
        check: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        parts: { type: 'string' },
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
  if (values.check && values.quick) refuse('--check and --quick exclude each other.');
  const form = values.check ? 'check' : values.quick ? 'quick' : 'full';
  const rounds = Number(values.rounds ?? ROUNDS[form]);
  if (!Number.isInteger(rounds) || rounds < 1) refuse('--rounds wants a whole number from 1 on.');
  return {
    rounds,
    form,
    parts: list(values.parts, parts, 'part'),
    peers: list(values.peers, peers, 'peer'),
    engines: list(values.engines, engines, 'engine'),
    payloads: list(values.payloads, payloads, 'payload'),
    out: values.out ?? (form === 'full' ? 'bench/report' : 'build/bench'),
  };
}

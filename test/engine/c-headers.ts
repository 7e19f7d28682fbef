/** The engine's C headers as far as they declare functions, read by the few rules that they keep to. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ENGINE_SOURCE } from '../../lib/native/engine-source.js';

/** What scripts/fetch-headers.mjs has unpacked. */
const folder = path.join(
  __dirname,
  '../../node_modules/.cache/node-imsdk',
  `headers-${ENGINE_SOURCE.version}`,
);

export interface Parameter {
  /** Without spaces before asterisks, and an enum as `int32_t`, which it is for a caller. */
  type: string;
  name: string;
}

export interface Declaration {
  returns: string;
  parameters: Parameter[];
}

/** Without its comments; their text holds declarations too. */
function readHeader(name: string): string {
  const source = readFileSync(path.join(folder, name), 'utf8');
  return source.replace(/\/\*.*?\*\//gs, '').replace(/\/\/.*/g, '');
}

const enums = new Set(
  readdirSync(folder).flatMap((name) =>
    [...readHeader(name).matchAll(/^enum (\w+)/gm)].map(([, found]) => found),
  ),
);

function normalised(type: string): string {
  const bare = type
    .replace(/\benum\s+/, '')
    .replace(/\s*\*\s*/g, '*')
    .trim();
  return bare === 'int' || enums.has(bare) ? 'int32_t' : bare;
}

function readParameters(list: string): Parameter[] {
  const parameters = list.split(',').map((parameter) => parameter.trim());
  return parameters
    .filter((parameter) => parameter !== '' && parameter !== 'void')
    .map((parameter) => {
      const found = /^(.+?)(\w+)$/s.exec(parameter);
      if (found === null) throw new Error(`not a parameter: ${parameter}`);
      const [, type = '', name = ''] = found;
      return { type: normalised(type), name };
    });
}

/** The functions that a header declares. */
export function functionsOf(header: string): Map<string, Declaration> {
  const source = readHeader(header);
  const found = [...source.matchAll(/^TIM_API\s+(.+?)(\w+)\s*\(([^()]*)\)\s*;/gms)];
  // What the rule does not fit must not go unseen.
  expect(found).toHaveLength([...source.matchAll(/^TIM_API\b/gm)].length);
  return new Map(
    found.map(([, returns = '', name = '', list = '']) => [
      name,
      { returns: normalised(returns), parameters: readParameters(list) },
    ]),
  );
}

/** The parameters of a callback type that any of the headers defines. */
export function callbackParameters(type: string): Parameter[] {
  for (const header of readdirSync(folder)) {
    const found = new RegExp(`typedef\\s+void\\s*\\(\\*${type}\\)\\s*\\(([^()]*)\\)`).exec(
      readHeader(header),
    );
    if (found !== null) return readParameters(found[1] ?? '');
  }
  throw new Error(`no header defines ${type}`);
}

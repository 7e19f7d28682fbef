/** What holds for every public method of Tim. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './compile.js';
import { timMethods } from './tim-methods.js';

const { checker, methods } = timMethods();

test('the compiler finds the methods', () => {
  expect([...methods.keys()]).toEqual(
    expect.arrayContaining([
      'TIMInit',
      'TIMMsgSaveMsg',
      'TIMConvGetConvList',
      'callExperimentalAPI',
      'flush',
    ]),
  );
  expect(methods.size).toBeGreaterThan(70);
});

test('the migration page has a row for each', () => {
  const page = readFileSync(path.join(root, 'MIGRATION.md'), 'utf8');
  const missing = [...methods.keys()].filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

test('each has a docstring', () => {
  const bare = [...methods].filter(
    ([, signature]) => signature.getDocumentationComment(checker).length === 0,
  );
  expect(bare.map(([name]) => name)).toEqual([]);
});

/** Where in a type there is an `any` of ours: what Node.js or the language declares is theirs. */
function findAny(type: ts.Type, place: string, seen: Set<ts.Type>): string[] {
  if (type.flags & ts.TypeFlags.Any) return [place];
  if (seen.has(type)) return [];
  seen.add(type);
  if (type.isUnionOrIntersection()) return type.types.flatMap((part) => findAny(part, place, seen));
  const found = checker
    .getTypeArguments(type as ts.TypeReference)
    .flatMap((argument, i) => findAny(argument, `${place}<${i}>`, seen));
  for (const signature of type.getCallSignatures()) found.push(...findAnyIn(signature, `${place}()`, seen));
  for (const property of type.getProperties()) {
    const declaration = property.declarations?.[0];
    if (declaration?.getSourceFile().fileName.startsWith(path.join(root, 'lib')) !== true) continue;
    found.push(...findAny(checker.getTypeOfSymbol(property), `${place}.${property.name}`, seen));
  }
  return found;
}

function findAnyIn(signature: ts.Signature, place: string, seen: Set<ts.Type>): string[] {
  const inParameters = signature.parameters.flatMap((parameter) =>
    findAny(checker.getTypeOfSymbol(parameter), `${place}(${parameter.name})`, seen),
  );
  return [...inParameters, ...findAny(signature.getReturnType(), `${place}: `, seen)];
}

test('no parameter and no result of any is any', () => {
  const seen = new Set<ts.Type>();
  const found = [...methods].flatMap(([name, signature]) => findAnyIn(signature, name, seen));
  expect(found).toEqual([]);
  // Every field of a message is among what was looked at.
  expect(seen.size).toBeGreaterThan(300);
});

test('each that asks the engine takes a time limit and a signal', () => {
  const without = [...methods]
    .filter(([name]) => /^(TIM(?!Set\w+Callback|AddRecv|RemoveRecv)|callExperimentalAPI|flush)/.test(name))
    .filter(([, { parameters }]) => {
      const last = parameters.at(-1);
      const type = last && checker.getTypeOfSymbol(last);
      return !type || !checker.getPropertyOfType(checker.getNonNullableType(type), 'timeout');
    });
  // The documented form, in which the callback says how it went on.
  expect(without.map(([name]) => name)).toEqual(['TIMMsgSendMessageV2']);
});

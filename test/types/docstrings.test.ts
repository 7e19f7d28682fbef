import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { programOf, root } from './compile.js';

const typeFiles = readdirSync(path.join(root, 'lib/types')).filter((name) => name.endsWith('.ts'));
const sources = Object.fromEntries(
  typeFiles.map((name) => [`lib/types/${name}`, readFileSync(path.join(root, 'lib/types', name), 'utf8')]),
);

function docOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker));
}

test('every public type, every field of it and every member of an enum has a docstring', () => {
  const program = programOf(sources);
  const checker = program.getTypeChecker();
  const index = program.getSourceFile(path.join(root, 'lib/types/index.ts'))!;
  const bare: string[] = [];
  for (const exported of checker.getExportsOfModule(checker.getSymbolAtLocation(index)!)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (docOf(symbol, checker) === '') bare.push(symbol.name);
    const members =
      symbol.flags & ts.SymbolFlags.Enum
        ? [...symbol.exports!.values()]
        : symbol.flags & ts.SymbolFlags.Interface
          ? checker.getDeclaredTypeOfSymbol(symbol).getProperties()
          : [];
    for (const member of members) {
      // The discriminant of an element says what the element's own docstring says.
      const isDiscriminant = member.name === 'elem_type';
      const hasTag = member.getJsDocTags(checker).some(({ name }) => name === 'deprecated');
      if (!isDiscriminant && !hasTag && docOf(member, checker) === '')
        bare.push(`${symbol.name}.${member.name}`);
    }
  }
  expect(bare).toEqual([]);
});

test('a field shows its docstring in the loose, the strict and the result type', () => {
  const file = 'test/types/hover.ts';
  const text = `
    import type { Json_value_msg, ResultMessage, StrictMessage } from '../../lib/types/index.js';
    declare const loose: Json_value_msg, strict: StrictMessage, result: ResultMessage;
    loose.message_custom_str; strict.message_custom_str; result.message_custom_str;
  `;
  const program = programOf({ [file]: text });
  const checker = program.getTypeChecker();
  const docs: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node))
      docs.push(docOf(checker.getSymbolAtLocation(node.name)!, checker));
    ts.forEachChild(node, visit);
  };
  visit(program.getSourceFile(path.join(root, file))!);
  expect(docs).toEqual(Array<string>(3).fill("Data of the application's own, kept on this machine only."));
});

test('the docstrings of fields are in the declarations that are published', () => {
  const emitted = new Map<string, string>();
  const program = programOf(sources, { noEmit: false, declaration: true, emitDeclarationOnly: true });
  program.emit(undefined, (name, text) => emitted.set(path.basename(name), text));
  expect(emitted.get('message.d.ts')).toContain(
    "/** Data of the application's own, kept on this machine only. */\n    message_custom_str:",
  );
  expect(emitted.get('elements.d.ts')).toMatch(
    /\/\*\* Size of the file in bytes\. \*\/\s+sound_elem_file_size:/,
  );
});

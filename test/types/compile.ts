import path from 'node:path';
import ts from 'typescript';

/** The repository's root. */
export const root = path.join(__dirname, '../..');

/** What a bundler or a recent Node.js makes of user code; each file alone may await at its top level. */
const userOptions: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.es2024.string.d.ts', 'lib.esnext.disposable.d.ts'],
  types: ['node'],
  typeRoots: [path.join(root, 'node_modules/@types')],
  skipLibCheck: true,
};

/**
 * A program of files that need not exist.
 *
 * @param files - Texts by path from the root; they hide files of that path.
 */
export function programOf(
  files: Readonly<Record<string, string>>,
  options: ts.CompilerOptions = {},
): ts.Program {
  const texts = new Map(Object.entries(files).map(([name, text]) => [path.join(root, name), text]));
  const allOptions = { ...userOptions, ...options };
  const host = ts.createCompilerHost(allOptions, true);
  const folders = new Set([...texts.keys()].map((name) => path.dirname(name)));
  const { fileExists, directoryExists, readFile, getSourceFile } = host;
  host.directoryExists = (name) => folders.has(path.normalize(name)) || (directoryExists?.(name) ?? true);
  host.fileExists = (name) => texts.has(path.normalize(name)) || fileExists(name);
  host.readFile = (name) => texts.get(path.normalize(name)) ?? readFile(name);
  host.getSourceFile = (name, language, ...rest) => {
    const text = texts.get(path.normalize(name));
    return text === undefined
      ? getSourceFile(name, language, ...rest)
      : ts.createSourceFile(name, text, language, true);
  };
  return ts.createProgram([...texts.keys()], allOptions, host);
}

/** What the compiler complains about in one of the files, one line each. */
export function complaints(program: ts.Program, file: string): string[] {
  const source = program.getSourceFile(path.join(root, file));
  return ts.getPreEmitDiagnostics(program, source).map(({ messageText, start, file: where }) => {
    const line = where && start !== undefined ? where.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

/** The public methods of Tim, as the compiler sees them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { programOf, root } from './compile.js';

const FILE = 'lib/tim.ts';

/** The methods by name, and the checker that knows their types. */
export function timMethods(): { checker: ts.TypeChecker; methods: Map<string, ts.Signature> } {
  const program = programOf({ [FILE]: readFileSync(path.join(root, FILE), 'utf8') });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(path.join(root, FILE))!)!;
  const tim = checker.getExportsOfModule(module).find(({ name }) => name === 'Tim')!;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const methods = new Map<string, ts.Signature>();
  for (const property of checker.getDeclaredTypeOfSymbol(tim).getProperties()) {
    const declaration = property.valueDeclaration;
    if (declaration === undefined || !ts.isMethodDeclaration(declaration)) continue;
    if (!ts.isIdentifier(declaration.name) || ts.getCombinedModifierFlags(declaration) & hidden) continue;
    methods.set(property.name, checker.getSignatureFromDeclaration(declaration)!);
  }
  return { checker, methods };
}

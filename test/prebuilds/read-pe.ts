import { execFileSync } from 'node:child_process';

/** What a DLL for Windows says of itself. */
export interface PeFile {
  /** As in `COFF-x86-64`. */
  format: string;
  exports: string[];
  /** The DLLs that Windows loads with it. */
  libraries: string[];
  /** The DLLs that are looked for at the first use of a function, and those functions. */
  delayed: Record<string, string[]>;
  /** Entries of the symbol table that a debugger reads. */
  symbolCount: number;
  sections: string[];
  /** Protections that Windows applies, as in `IMAGE_DLL_CHARACTERISTICS_NX_COMPAT`. */
  characteristics: string[];
}

export function readPe(file: string): PeFile {
  const wanted = ['--file-headers', '--sections', '--coff-imports', '--coff-exports'];
  const report = execFileSync('llvm-readobj-19', [...wanted, file], { encoding: 'utf8' });
  const names = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name!);
  // Blocks at the outermost level: `Import {`, their content, and `}` at the start of a line.
  const blocks = (kind: string): string[] => names(report, new RegExp(`^${kind} \\{\\n(.*?)^\\}`, 'gms'));
  const nameOf = (block: string): string => /^ {2}Name: (.*?)(?: \(|$)/m.exec(block)![1]!;

  return {
    format: /^Format: (.*)$/m.exec(report)![1]!,
    exports: blocks('Export').map(nameOf).sort(),
    libraries: blocks('Import').map(nameOf).sort(),
    delayed: Object.fromEntries(
      blocks('DelayImport').map((block) => [nameOf(block), names(block, /^ {4}Symbol: (\S+)/gm)]),
    ),
    symbolCount: Number(/^ {2}SymbolCount: (\d+)$/m.exec(report)![1]),
    sections: names(report, /^ {4}Name: (\S+) \(/gm),
    characteristics: names(report, /(IMAGE_DLL_CHARACTERISTICS_\w+) \(/g),
  };
}

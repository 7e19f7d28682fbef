import { execFileSync } from 'node:child_process';

/** What a shared library for Linux says of itself. */
export interface ElfFile {
  /** Class and machine, as in `elf64-x86-64`. */
  format: string;
  exports: string[];
  /** Symbols without a version: the process that loads the file has to have them. */
  fromHost: string[];
  libraries: string[];
  /** Versions that the symbols taken from libraries have, as in `GLIBC_2.17`; each once. */
  versions: string[];
  sections: string[];
  /** As in `NODELETE`. */
  dynamicFlags: string[];
}

interface Named {
  Name: string;
}

interface Report {
  FileSummary: { Format: string };
  Sections: { Section: { Name: Named } }[];
  NeededLibraries: string[];
  DynamicSection: { Flags?: string[] }[];
  DynamicSymbols: { Symbol: { Name: Named; Binding: Named; Section: Named } }[];
  VersionRequirements: { Dependency: { Entries: { Entry: Named }[] } }[];
}

export function readElf(file: string): ElfFile {
  const wanted = ['--sections', '--needed-libs', '--dynamic-table', '--dyn-syms', '--version-info'];
  const output = execFileSync('llvm-readobj-19', ['--elf-output-style=JSON', ...wanted, file], {
    encoding: 'utf8',
  });
  const [report] = JSON.parse(output) as [Report];

  // The table begins with a symbol that has no name; a weak one that is nowhere defined may stay so.
  const symbols = report.DynamicSymbols.map(({ Symbol }) => Symbol).filter(
    (symbol) => symbol.Name.Name !== '' && !(isUndefined(symbol) && symbol.Binding.Name === 'Weak'),
  );
  const names = (chosen: typeof symbols) => chosen.map((symbol) => symbol.Name.Name).sort();
  const entries = report.VersionRequirements.flatMap(({ Dependency }) => Dependency.Entries);
  return {
    format: report.FileSummary.Format,
    exports: names(symbols.filter((symbol) => !isUndefined(symbol))),
    fromHost: names(symbols.filter((symbol) => isUndefined(symbol) && !symbol.Name.Name.includes('@'))),
    libraries: [...report.NeededLibraries].sort(),
    versions: [...new Set(entries.map(({ Entry }) => Entry.Name))],
    sections: report.Sections.map(({ Section }) => Section.Name.Name).filter((name) => name !== ''),
    dynamicFlags: report.DynamicSection.flatMap(({ Flags = [] }) => Flags),
  };
}

const isUndefined = (symbol: { Section: Named }): boolean => symbol.Section.Name === 'Undefined';

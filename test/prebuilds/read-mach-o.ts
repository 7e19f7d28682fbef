import { execFileSync } from 'node:child_process';

/** What a library for macOS says of itself. */
export interface MachOFile {
  /** As in `Mach-O arm64`. */
  format: string;
  /** As in `Bundle`: what can be loaded at run time, and not be linked to. */
  fileType: string;
  exports: string[];
  /** Symbols that any library of the process may have, so that its host has to. */
  fromHost: string[];
  libraries: string[];
  /** The oldest macOS that loads it. */
  minimumSystem: string;
  /** Names of the load commands, as in `LC_CODE_SIGNATURE`. */
  loadCommands: string[];
  /** Greatest protections of the segments, as in `r-x`; each once. */
  protections: string[];
}

export function readMachO(file: string): MachOFile {
  const ask = (tool: string, ...options: string[]): string =>
    execFileSync(tool, [...options, file], { encoding: 'utf8' });
  const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found!);
  const one = (text: string, pattern: RegExp): string => all(text, pattern)[0] ?? 'not said';

  const header = ask('llvm-readobj-19', '--file-headers', '--needed-libs');
  const commands = ask('llvm-objdump-19', '--macho', '--private-headers');
  return {
    format: one(header, /^Format: (.*)$/gm),
    fileType: one(header, /^ {2}FileType: (\S+)/gm),
    exports: all(ask('llvm-objdump-19', '--macho', '--exports-trie'), /^0x\w+ +_(\S+)/gm).sort(),
    fromHost: all(ask('llvm-nm-19', '-m', '--undefined-only'), / _(\S+) \(dynamically looked up\)$/gm),
    libraries: all(/^NeededLibraries \[(.*?)^\]/ms.exec(header)![1]!, /^ {2}(\S+)$/gm),
    minimumSystem: one(commands, /^ +minos (\S+)$/gm),
    loadCommands: all(commands, /^ +cmd (LC_\w+)$/gm),
    protections: [...new Set(all(commands, /^ +maxprot (\S+)$/gm))],
  };
}

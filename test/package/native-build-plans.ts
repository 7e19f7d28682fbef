import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/** What a build system is about to do for the addon's Release build, asked of the build system itself. */
export interface BuildPlan {
  /** Compiled files, relative to the project. */
  sources: string[];
  defines: string[];
  compileFlags: string[];
  linkFlags: string[];
}

/** What node-gyp plans from binding.gyp. Configures a copy in `folder`, so the project's own build/ is left alone. */
export function gypPlan(folder: string): BuildPlan {
  for (const name of ['binding.gyp', 'package.json', 'src-native']) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const nodeGyp = path.join(root, 'node_modules/node-gyp/bin/node-gyp.js');
  execFileSync(process.execPath, [nodeGyp, 'configure', '--directory', folder], { stdio: 'pipe' });

  const makefile = readFileSync(path.join(folder, 'build/node_imsdk.target.mk'), 'utf8');
  const words = (variable: string): string[] => {
    const found = new RegExp(`^${variable} :=((?:.*\\\\\\n)*.*)$`, 'm').exec(makefile);
    if (found?.[1] === undefined) throw new Error(`node-gyp's makefile has no ${variable}`);
    return found[1].split(/[\s\\]+/).filter((word) => word !== '');
  };
  const objectPrefix = '$(obj).target/$(TARGET)/';
  return {
    sources: words('OBJS').map((object) => object.replace(objectPrefix, '').replace(/\.o$/, '.cc')),
    defines: words('DEFS_Release').map((word) => word.replace(/^'?-D/, '').replace(/'$/, '')),
    compileFlags: [...words('CFLAGS_Release'), ...words('CFLAGS_CC_Release')],
    linkFlags: [...words('LDFLAGS_Release'), ...words('LIBS')].map((flag) => flag.replace(`${folder}/`, '')),
  };
}

interface CodeModel {
  configurations: { targets: { name: string; jsonFile: string }[] }[];
}

interface CodeModelTarget {
  compileGroups: {
    sourceIndexes: number[];
    defines?: { define: string }[];
    compileCommandFragments: { fragment: string }[];
  }[];
  sources: { path: string }[];
  link: { commandFragments: { fragment: string }[] };
}

/** What CMake plans from CMakeLists.txt, from its file API. Configures into `folder`. */
export function cmakePlan(folder: string): BuildPlan {
  const api = path.join(folder, '.cmake/api/v1');
  mkdirSync(path.join(api, 'query'), { recursive: true });
  writeFileSync(path.join(api, 'query/codemodel-v2'), '');
  execFileSync('cmake', ['-S', root, '-B', folder, '-DCMAKE_BUILD_TYPE=Release'], { stdio: 'pipe' });

  const reply = path.join(api, 'reply');
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(reply, file), 'utf8'));
  const model = read(readdirSync(reply).find((file) => file.startsWith('codemodel-v2'))!) as CodeModel;
  const { jsonFile } = model.configurations[0]!.targets.find(({ name }) => name === 'node_imsdk')!;
  const target = read(jsonFile) as CodeModelTarget;
  const flags = (fragments: { fragment: string }[]): string[] =>
    fragments.flatMap(({ fragment }) => fragment.trim().split(/\s+/));
  return {
    sources: target.compileGroups.flatMap(({ sourceIndexes }) =>
      sourceIndexes.map((index) => target.sources[index]!.path),
    ),
    defines: target.compileGroups.flatMap(({ defines = [] }) => defines.map(({ define }) => define)),
    compileFlags: target.compileGroups.flatMap((group) => flags(group.compileCommandFragments)),
    linkFlags: flags(target.link.commandFragments).map((flag) => flag.replace(`${root}/`, '')),
  };
}

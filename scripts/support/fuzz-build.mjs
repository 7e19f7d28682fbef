import path from 'node:path';
import { root, run } from './run.mjs';

/** Where the fuzzers are compiled, with clang: only it has libFuzzer. */
export const fuzzBuild = path.join(root, 'build-fuzz');

/** Configures that build, which also writes its compile_commands.json. */
export function configureFuzzers() {
  const compiler = process.env.NODE_IMSDK_CLANG ?? 'clang++-19';
  run('Configuring the fuzzers', 'cmake', [
    ...['-S', root, '-B', fuzzBuild, '-DNODE_IMSDK_FUZZERS=ON', `-DCMAKE_CXX_COMPILER=${compiler}`],
  ]);
}

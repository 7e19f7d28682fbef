import { copyFileSync, existsSync, linkSync, renameSync } from 'node:fs';
import path from 'node:path';
import { run } from '../support/run.mjs';
import { hostCache } from './cache.mjs';
import { debianRoot } from './debian-root.mjs';
import { nodeBinary } from './node-binary.mjs';
import { prepareWine, windowsPath, wine64 } from './wine.mjs';

/**
 * The ways to run a prebuild on one Linux x64 machine. `prepare` gets what a way needs, and returns the command
 * that a script's path is appended to, its environment, and how the program there names a file of this machine.
 * `runsSuite`: jest runs in it, since it is a Linux process like any other.
 */
export const hosts = [
  ...[20, 22, 24, 26].map((major) => linuxX64(`Node ${major}`, () => nodeBinary('linux-x64', major))),
  linuxX64('Node 26, glibc 2.31', () => onOldGlibc(nodeBinary('linux-x64', 26))),
  ...[20, 26].map(linuxArm64),
  ...[20, 22].map((major) => win32X64(`Node ${major}, Wine`, () => nodeBinary('win-x64', major))),
  win32X64('electron.exe, Wine', () => renamed(nodeBinary('win-x64', 22), 'electron.exe')),
];

function linuxX64(name, node) {
  return { target: 'linux-x64', name, runsSuite: true, prepare: () => onLinux([node()]) };
}

function linuxArm64(major) {
  const prepare = () => {
    const root = debianRoot('bookworm', 'arm64');
    return onLinux(['qemu-aarch64', '-L', root, nodeBinary('linux-arm64', major)]);
  };
  return { target: 'linux-arm64', name: `Node ${major}, QEMU`, runsSuite: false, prepare };
}

function win32X64(name, node) {
  const prepare = () => ({
    command: [wine64, windowsPath(node())],
    env: prepareWine(),
    pathThere: windowsPath,
  });
  return { target: 'win32-x64', name, runsSuite: false, prepare };
}

function onLinux(command) {
  return { command, env: process.env, pathThere: (file) => file };
}

/** A copy of a Node.js that is loaded by Debian 11's loader, with its glibc: 2.31, of 2020. */
function onOldGlibc(node) {
  const copy = path.join(hostCache(), 'node-glibc-2.31');
  if (existsSync(copy)) return copy;
  const root = debianRoot('bullseye', 'amd64');
  const libraries = ['lib', 'usr/lib'].map((folder) => path.join(root, folder, 'x86_64-linux-gnu'));
  const loader = path.join(libraries[0], 'ld-linux-x86-64.so.2');
  const partial = `${copy}.partial`;
  copyFileSync(node, partial);
  // Inherited by the libraries that it loads, as a run path is not: the engine needs libz.
  const options = ['--set-interpreter', loader, '--force-rpath', '--set-rpath', libraries.join(':')];
  run('Linking Node.js to glibc 2.31', 'patchelf', [...options, partial]);
  renameSync(partial, copy);
  return copy;
}

/** The same file under another name, as Electron's executable is to an addon that asks for node.exe. */
function renamed(file, name) {
  const link = path.join(path.dirname(file), name);
  if (!existsSync(link)) linkSync(file, link);
  return link;
}

import { spawnSync } from 'node:child_process';

/**
 * Who is measured, in the order of the report. One without a module is the C program; one that is `isOurs` comes
 * with this repository. `engines`: on which, where not on all.
 */
export const peers = {
  floor: { title: 'C program (floor)' },
  ack: { title: "node-imsdk, 'ack'", module: 'node-imsdk', durability: 'ack', isOurs: true },
  read: {
    title: "node-imsdk, 'ack', read",
    module: 'node-imsdk',
    durability: 'ack',
    reads: true,
    isOurs: true,
  },
  committed: {
    title: "node-imsdk, 'committed'",
    module: 'node-imsdk',
    durability: 'committed',
    isOurs: true,
    // A stub has no disk.
    engines: ['real'],
  },
  vendor: { title: 'im_electron_sdk 8.0.5906', module: 'im_electron_sdk' },
  ffi: { title: 'ffi-rs 1.3.7', module: 'ffi-rs' },
  koffi: { title: 'koffi 3.3.4', module: 'koffi' },
  naive: { title: 'naive addon', module: 'naive', isOurs: true },
};

/**
 * Those of the peers that can be measured on an engine, beginning with another in each round: a slow phase of the
 * machine meets all alike.
 */
export function peersOn(engine, names, round) {
  const possible = names.filter((name) => peers[name].engines?.includes(engine) ?? true);
  const first = round % possible.length;
  return [...possible.slice(first), ...possible.slice(0, first)];
}

/** Why a peer cannot be measured here, or undefined where it can. */
export function whyAbsent({ module, isOurs }) {
  if (module === undefined || isOurs) return undefined;
  const script = `import(process.argv[1]).then((peer) => { peer.load(); process.exit(0); })`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--eval', script, new URL(`peers/${module}.mjs`, import.meta.url).href],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  if (status === 0) return undefined;
  return /^\w*Error:? .*$/m.exec(stderr)?.[0] ?? 'it cannot be loaded';
}

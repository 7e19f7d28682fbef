import { spawnSync } from 'node:child_process';

const withLoopback = ['unshare', '-rn', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'];

function isPermitted() {
  return spawnSync(withLoopback[0], [...withLoopback.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
}

/**
 * Wraps a command so that it runs where only 127.0.0.1 can be reached: the engine calls out whenever it can,
 * and a test must not. Returns the command as it is where the system does not permit that.
 */
export function withoutNetwork(command) {
  if (isPermitted()) return [...withLoopback, ...command];
  console.error(
    'Notice: no network namespace can be made here (Linux with util-linux and iproute2 can), ' +
      'so the engine under test may try to reach its servers.',
  );
  return command;
}

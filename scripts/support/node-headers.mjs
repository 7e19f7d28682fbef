import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder that node-gyp should take Node's headers from, or undefined where the machine has none.
 * Without it node-gyp asks the Node.js site for them on every fresh machine.
 */
function headersOnThisMachine() {
  const besideThisNode = path.resolve(path.dirname(process.execPath), '..');
  return [besideThisNode, '/usr', '/usr/local'].find((prefix) =>
    existsSync(path.join(prefix, 'include/node/node_api.h')),
  );
}

/** This process's environment, with `npm_config_nodedir` set where the headers are on the machine. */
export function compileEnvironment() {
  const nodedir = process.env.npm_config_nodedir ?? headersOnThisMachine();
  return nodedir === undefined ? process.env : { ...process.env, npm_config_nodedir: nodedir };
}

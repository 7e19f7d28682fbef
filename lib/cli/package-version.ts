import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of this package, from its package.json. */
export function packageVersion(): string {
  // Two levels up from the sources (lib/cli) as well as from what is built (dist/cli).
  const manifest = path.join(__dirname, '..', '..', 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

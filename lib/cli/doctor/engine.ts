import { ENGINE_SOURCE } from '../../native/engine-source.js';
import { searchEngine, type SearchedPlace } from '../../native/find-engine.js';
import { verifyEngine } from '../../native/verify-engine.js';
import type { Finding } from './finding.js';

/** Which engine library is used, whether it is one that this package knows, and where it was looked for. */
export async function engineFinding(): Promise<Finding> {
  const { found, failure, searched } = searchEngine();
  const name = 'engine';
  if (failure) {
    const [what = '', ...more] = failure.message.split('\n');
    return { name, ok: false, summary: what, details: more, facts: { searched } };
  }
  const { sha256, packageVersion } = await verifyEngine(found);
  const known =
    packageVersion === undefined
      ? `not the library of ${ENGINE_SOURCE.packageName} ${ENGINE_SOURCE.version}, which this version is tested with`
      : `the library of ${ENGINE_SOURCE.packageName} ${packageVersion}`;
  return {
    name,
    ok: true,
    summary: `${found.path} (${found.source})`,
    details: [`SHA-256 ${sha256}: ${known}`, ...searched.filter(isWorthTelling).map(describePlace)],
    facts: {
      path: found.path,
      source: found.source,
      sha256,
      packageVersion: packageVersion ?? null,
      searched,
    },
  };
}

/** Where the engine was found is told already. */
function isWorthTelling(place: SearchedPlace): boolean {
  return place.outcome !== 'found';
}

function describePlace(seen: SearchedPlace): string {
  return seen.outcome === 'found' ? seen.place : `before that: ${seen.place}: ${seen.reason}`;
}

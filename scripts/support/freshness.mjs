import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** When the newest of these files, or of the files and folders inside these folders, was changed. */
export function newestChange(paths) {
  return Math.max(...paths.map(changeOf));
}

function changeOf(file) {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder's own time tells of files that were removed.
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => changeOf(path.join(file, name))));
}

/** Whether an output is missing or older than what it is made of. */
export function isStale(output, inputs) {
  const built = statSync(output, { throwIfNoEntry: false })?.mtimeMs;
  return built === undefined || built < newestChange(inputs);
}

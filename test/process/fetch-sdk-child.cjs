// Fetches a given package as `fetch-sdk` does, in a process of its own, and tells on stdout line by line what
// happens. Arguments: a JSON file with { source, platforms }, and `abort` to abort at the first byte.
const fs = require('node:fs');
const { fetchEngines } = require('../../dist/native/fetch/fetch-engine.js');

const [file, wish] = process.argv.slice(2);
const { source, platforms } = JSON.parse(fs.readFileSync(file, 'utf8'));
const tell = (event) => fs.writeSync(1, `${JSON.stringify(event)}\n`);
const abort = new AbortController();
let downloading = false;

const onProgress = (progress) => {
  if (progress.phase === 'downloading') {
    if (wish === 'abort') abort.abort(new Error('enough'));
    if (downloading) return;
    downloading = true;
  }
  tell(progress);
};

fetchEngines(platforms, { onProgress, signal: abort.signal }, source).then(
  (engines) => tell({ phase: 'done', engines }),
  (error) => {
    tell({ phase: 'failed', code: error.code, message: error.message, cause: error.cause?.code });
    process.exitCode = 1;
  },
);

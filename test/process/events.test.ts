/** Listening to the engine, for what concerns a whole process: exceptions, staying alive, workers. */
import { makeFolder, runChild } from './process-child.js';

const TIMEOUT = 120_000;

function listen(kind: string, plan: object = {}) {
  return runChild('events-child.cjs', { case: kind, store: makeFolder(), ...plan });
}

test(
  'what a listener throws is an uncaught exception, and neither other clients nor the engine notice',
  async () => {
    const { exitCode, lines, stderr } = await listen('throws', { isHandled: true });
    expect(stderr).toBe('');
    expect([...lines].sort()).toEqual([
      'still answers: 0',
      'the other was told',
      'uncaught: from a listener',
    ]);
    expect(exitCode).toBe(0);
  },
  TIMEOUT,
);

test(
  'what calls throw at what they are told on their way keeps none of them from its answer',
  async () => {
    const calls = 50;
    const { exitCode, lines, stderr } = await listen('throwsInCalls', { calls });
    expect(stderr).toBe('');
    const each = Array.from({ length: calls }, (_, i) => [`answered: ${i}`, `uncaught: from call ${i}`]);
    expect([...lines].sort()).toEqual(each.flat().sort());
    expect(exitCode).toBe(0);
  },
  TIMEOUT,
);

test(
  'an exception of a listener that nobody takes ends the process, as any other does',
  async () => {
    const { exitCode, stderr } = await listen('throws');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Error: from a listener');
  },
  TIMEOUT,
);

test.each([
  ['listeners do not keep the process alive', 'listens', ['open']],
  ['ref keeps it alive until TIMUninit', 'refs', ['closed']],
  ['unref takes that back', 'unrefs', ['open']],
])(
  '%s',
  async (_, kind, lines) => {
    expect(await listen(kind)).toMatchObject({ exitCode: 0, lines, stderr: '' });
  },
  TIMEOUT,
);

test(
  'workers that listen can be terminated at any moment, and others are told as before',
  async () => {
    expect(await listen('workers')).toMatchObject({
      exitCode: 0,
      lines: ['the main thread is still told'],
      stderr: '',
    });
  },
  TIMEOUT,
);

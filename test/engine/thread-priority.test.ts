import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { logInClient, text, toBob } from './client.js';

const onLinux = process.platform === 'linux' ? test : () => undefined;

test('the process stays as urgent as it was', async () => {
  const before = os.getPriority();
  await saveOnce();
  expect(os.getPriority()).toBe(before);
});

onLinux('the engine and the thread that calls it leave the processor to the event loop', async () => {
  await saveOnce();
  const ours = os.getPriority();
  const later = Math.min(ours + 5, os.constants.priority.PRIORITY_LOW);
  const threads = niceOfThreads();
  expect(threads.get('main thread')).toEqual([ours]);
  for (const name of ['imsdk-call', 'im_logic_thread', 'db_thread', 'xlog']) {
    expect([name, new Set(threads.get(name))]).toEqual([name, new Set([later])]);
  }
});

async function saveOnce(): Promise<void> {
  const tim = await logInClient();
  expect(await tim.TIMMsgSaveMsg(toBob(text('hello')))).toMatchObject({ code: 0 });
}

/** The niceness of this process's threads, by name; see proc_pid_stat(5). */
function niceOfThreads(): Map<string, number[]> {
  const threads = new Map<string, number[]>();
  for (const id of readdirSync('/proc/self/task')) {
    const stat = readFileSync(`/proc/self/task/${id}/stat`, 'utf8');
    const nameEnd = stat.lastIndexOf(')');
    const name = id === String(process.pid) ? 'main thread' : stat.slice(stat.indexOf('(') + 1, nameEnd);
    // After the name: state, parent, and so on; the niceness is the 17th.
    const nice = Number(stat.slice(nameEnd + 2).split(' ')[16]);
    threads.set(name, [...(threads.get(name) ?? []), nice]);
  }
  return threads;
}

// What a heap snapshot of this process holds of calls that are over.
import { once } from 'node:events';
import { getHeapSnapshot } from 'node:v8';

/** Counts promises, errors and saves, and the strings that hold this text. */
export async function countRetained(text) {
  let json = '';
  const snapshot = getHeapSnapshot().setEncoding('utf8');
  snapshot.on('data', (chunk) => (json += chunk));
  await once(snapshot, 'end');
  const { snapshot: head, nodes, strings } = JSON.parse(json);
  const fields = head.meta.node_fields;
  const types = head.meta.node_types[fields.indexOf('type')];
  const withText = new Set(strings.flatMap((string, index) => (string.includes(text) ? [index] : [])));
  const counts = { promises: 0, saves: 0, errors: 0, messages: 0 };
  const named = { Promise: 'promises', Save: 'saves', ImSdkError: 'errors' };
  for (let i = 0; i < nodes.length; i += fields.length) {
    const name = nodes[i + fields.indexOf('name')];
    const type = types[nodes[i + fields.indexOf('type')]];
    if (type === 'object' && Object.hasOwn(named, strings[name])) counts[named[strings[name]]] += 1;
    if (type === 'string' && withText.has(name)) counts.messages += 1;
  }
  return counts;
}

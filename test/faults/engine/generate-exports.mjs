// Writes the exported functions of the scripted engine: one for each line of the addon's tables, with the C
// signature that the line states. Those of the call table all have the same body; those of the event table keep the
// callback that they are given.
//   node generate-exports.mjs call_table.cc event_table.cc exports.cc
import { readFileSync, writeFileSync } from 'node:fs';

/** What a parameter's tag is in C, and where its value goes in a Call. */
const parameters = {
  Text: { type: 'const char*', into: 'texts' },
  Json: { type: 'const char*', into: 'texts' },
  Int: { type: 'int32_t', into: 'integers' },
  Uint32: { type: 'uint32_t', into: 'integers' },
  Uint64: { type: 'uint64_t', into: 'integers' },
  Bool: { type: 'bool', into: 'integers' },
  TextBuffer: { type: 'char*', into: 'buffer' },
};

/** The ways in which a function answers: its last parameters in C, and what of a Call they are. */
const replies = {
  Reply: {
    declared: 'ReplyCallback reply, const void* user_data',
    values: '{reply, nullptr, nullptr, user_data}',
  },
  ProgressAndReply: {
    declared: 'ReplyCallback reply, const void* user_data',
    values: '{reply, nullptr, nullptr, user_data}',
  },
  MessageIdAndReply: {
    declared: 'ReplyCallback message_id, ReplyCallback reply, const void* user_data',
    values: '{reply, message_id, nullptr, user_data}',
  },
  MemberListReply: {
    declared: 'MemberListCallback members, const void* user_data',
    values: '{nullptr, nullptr, members, user_data}',
  },
};

const returns = {
  Status: { type: 'int32_t', take: 'code' },
  ConstantText: { type: 'const char*', take: 'text' },
  Uint64Value: { type: 'uint64_t', take: 'number' },
};

function tagged(table, tag, name) {
  if (Object.hasOwn(table, tag)) return table[tag];
  throw new Error(`${name}: the tag ${tag} is not known here; add it to ${import.meta.filename}`);
}

function exported(returnTag, tags, name) {
  const result = tagged(returns, returnTag, name);
  const declared = [];
  const values = { texts: [], integers: [], buffer: [] };
  for (const [index, tag] of tags.entries()) {
    if (Object.hasOwn(replies, tag)) {
      declared.push(replies[tag].declared);
      continue;
    }
    const { type, into } = tagged(parameters, tag, name);
    declared.push(`${type} a${index}`);
    values[into].push(into === 'integers' ? `static_cast<int64_t>(a${index})` : `a${index}`);
  }
  const reply = tags.find((tag) => Object.hasOwn(replies, tag));
  return `
extern "C" IMSDK_EXPORT ${result.type} ${name}(${declared.join(', ')}) {
  return Run({"${name}", {${values.texts.join(', ')}}, {${values.integers.join(', ')}}, ${values.buffer[0] ?? 'nullptr'}, ${replies[reply]?.values ?? '{}'}}).${result.take};
}
`;
}

/** The function that sets an event's callback, and the one that takes it back where the line names one. */
function eventFunctions(tags, setter, remover) {
  const types = tags.map((tag) => tagged(parameters, tag, setter).type);
  const values = types.map((type, index) =>
    type === 'const char*' ? `values.Text(${index})` : `values.Number<${type}>(${index})`,
  );
  const callback = `${setter}_Callback`;
  const take = `
extern "C" IMSDK_EXPORT void ${remover}(${callback}) { SetEvent("${setter}", nullptr); }
`;
  return `
using ${callback} = void (*)(${[...types, 'const void*'].join(', ')});
extern "C" IMSDK_EXPORT void ${setter}(${callback} callback, const void* user_data) {
  if (callback == nullptr) return SetEvent("${setter}", nullptr);
  SetEvent("${setter}", [=]([[maybe_unused]] const EventValues& values) {
    callback(${[...values, 'user_data'].join(', ')});
  });
}
${remover ? take : ''}`;
}

const [callTable, eventTable, output] = process.argv.slice(2);
const lines = [...readFileSync(callTable, 'utf8').matchAll(/Bind<(\w+)\(([^)]*)\)>\(\s*"(\w+)"\)/g)];
if (lines.length === 0) throw new Error(`${callTable} has no line of a call table`);
const split = (tags) => tags.split(/,\s*/).filter(Boolean);
const eventSource = readFileSync(eventTable, 'utf8').replace('kLogSetter', '"TIMSetLogCallback"');
const events = [...eventSource.matchAll(/Listen<([^>]*)>\(\s*"(\w+)"(?:,\s*"(\w+)")?\)/g)];
if (events.length === 0) throw new Error(`${eventTable} has no line of an event table`);
writeFileSync(
  output,
  `// Generated from the addon's tables by generate-exports.mjs.
#include "events.h"
#include "scripted_engine.h"

using imsdk::sdk::MemberListCallback;
using imsdk::sdk::ReplyCallback;
using scripted::EventValues;
using scripted::Run;
using scripted::SetEvent;
${lines.map(([, result, tags, name]) => exported(result, split(tags), name)).join('')}
${events.map(([, tags, setter, remover]) => eventFunctions(split(tags), setter, remover)).join('')}`,
);

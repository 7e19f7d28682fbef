/**
 * A process that changes messages of its store and is then killed, or one that reads what is left of them: it writes the
 * texts and the local data of bob's messages, one a line, oldest first.
 *
 * Argument, as JSON: `store`, `task` (`change` or `read`) and, for a change, whether to `flush` before the end.
 */
const { writeSync } = require('node:fs');
const { Tim } = require('../..');

const { store, task, flush } = JSON.parse(process.argv[2]);
const toBob = { conv_id: 'bob', conv_type: 1 };
const textOf = (content) => [{ elem_type: 0, text_elem_content: content }];

async function save(tim, content) {
  const { json_param } = await tim.TIMMsgSaveMsg({
    ...toBob,
    params: { message_elem_array: textOf(content) },
  });
  return json_param;
}

async function change(tim) {
  const marked = await save(tim, 'to mark');
  const modified = await save(tim, 'to change');
  const deleted = await save(tim, 'to delete');
  const answers = [
    await tim.TIMMsgSetLocalCustomData({ json_msg_param: { ...marked, message_custom_str: 'marked' } }),
    await tim.TIMMsgModifyMessage({ params: { ...modified, message_elem_array: textOf('changed') } }),
    await tim.TIMMsgDelete({ ...toBob, params: { msg_delete_param_msg: deleted } }),
  ];
  if (flush) await tim.flush();
  writeSync(1, `${answers.map(({ code }) => code).join(' ')}\n`);
  process.kill(process.pid, 'SIGKILL');
}

async function read(tim) {
  const { json_param } = await tim.TIMMsgGetMsgList({ ...toBob, params: { msg_getmsglist_param_count: -1 } });
  for (const { message_elem_array: elements, message_custom_str: local } of json_param.reverse()) {
    writeSync(1, `${elements[0].text_elem_content}, ${local}\n`);
  }
  await tim.TIMUninit();
}

async function main() {
  const tim = new Tim({ sdkappid: 1400000001, localOnly: true });
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
  await (task === 'change' ? change : read)(tim);
}

void main();

// The main script of an app that is packed into app.asar: saves a message, and tells which native files it loaded.
// Argument: the folder of the store.
const { Tim } = require('node-imsdk');

async function main(store) {
  const tim = new Tim({ sdkappid: 1400000001, localOnly: true });
  const opened = await tim.TIMInit({ config_path: store });
  const { code } = await tim.TIMLogin({ userID: 'alice' });
  const params = { message_elem_array: [{ elem_type: 0, text_elem_content: 'packed' }] };
  const saved = await tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params });
  await tim.TIMUninit();
  process.report.excludeNetwork = true;
  const loaded = process.report.getReport().sharedObjects;
  process.stdout.write(JSON.stringify({ codes: [opened, code, saved.code], loaded }));
}

void main(process.argv[2]);

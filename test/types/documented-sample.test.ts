import { documentedSample } from '../fixtures/documented-sample.js';
import { complaints, programOf } from './compile.js';

const SAMPLE = 'test/fixtures/sample-as-a-module.ts';

function complaintsAbout(sample: string): string[] {
  return complaints(programOf({ [SAMPLE]: sample }), SAMPLE);
}

test('the documented sample compiles word for word', () => {
  expect(complaintsAbout(documentedSample)).toEqual([]);
});

test.each([
  ['elem_type: 1,', "elem_type: '1',", /Type 'string' is not assignable to type 'number/],
  ['message_is_read: false,', 'message_is_read: 0,', /Type 'number' is not assignable to type 'boolean/],
  ['message_custom_int: 0,', 'message_custom_integer: 0,', /'message_custom_integer' does not exist/],
  ['conv_id: convId,', '', /Property 'conv_id' is missing/],
])('the documented sample with %s changed to %s does not compile', (from, to, complaint) => {
  expect(documentedSample).toContain(from);
  expect(complaintsAbout(documentedSample.replace(from, to))).toEqual([expect.stringMatching(complaint)]);
});

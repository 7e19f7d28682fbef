/** Saves that are committed while others are on their way share rounds of the commit barrier. */
import { sharedBridge } from '../../lib/native/bridge.js';
import { logInClient, stored, text, toBob } from './client.js';

test.each([
  [16, 8],
  [1024, 64],
])('with %d saves in flight, a round commits at least %d on average', async (inFlight, saves) => {
  const tim = await logInClient();
  const switchStore = jest.spyOn(sharedBridge(), 'switchStore');
  let left = inFlight * 4;
  const saveOneByOne = async (): Promise<void> => {
    while (left-- > 0) stored(await tim.TIMMsgSaveMsg(toBob(text('shared'))));
  };
  await Promise.all(Array.from({ length: inFlight }, saveOneByOne));
  expect(switchStore.mock.calls.length).toBeGreaterThan(0);
  expect(switchStore.mock.calls.length).toBeLessThanOrEqual((inFlight * 4) / saves);
  switchStore.mockRestore();
});

import os from 'node:os';
import path from 'node:path';

import { defaultStoreFolder } from '../../lib/message-store/store-folder';

const onLinux = (env: NodeJS.ProcessEnv): string => defaultStoreFolder({ env, platform: 'linux' });

describe('the default folder of the store', () => {
  test('is below XDG_DATA_HOME', () => {
    expect(onLinux({ XDG_DATA_HOME: '/somewhere' })).toBe('/somewhere/node-imsdk/store');
  });

  test.each([undefined, '', 'relative', './relative'])(
    'does not depend on the working folder: %j',
    (value) => {
      expect(onLinux({ XDG_DATA_HOME: value })).toBe(
        path.join(os.homedir(), '.local/share/node-imsdk/store'),
      );
    },
  );
});

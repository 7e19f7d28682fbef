#!/usr/bin/env node
import { Command } from 'commander';

import { doctorCommand } from './doctor.js';
import { fetchSdkCommand } from './fetch-sdk.js';
import { packageVersion } from './package-version.js';
import { printFailure } from './output.js';
import { saveCommand } from './save.js';

const program = new Command('node-imsdk')
  .description("Tencent Cloud Chat's C engine for Node.js: a save that resolves is a save on disk")
  .version(packageVersion())
  .addCommand(fetchSdkCommand())
  .addCommand(doctorCommand())
  .addCommand(saveCommand())
  .addHelpText(
    'after',
    '\nExample, with nothing set up and nothing sent anywhere:\n  $ npx node-imsdk save --user alice --to bob "Hello, Bob"\n',
  )
  .showHelpAfterError('(--help shows what there is)');

// A reader that has seen enough (`| head`) ends the command, as it ends any other.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

program.parseAsync().catch((error: unknown) => {
  printFailure(error);
  process.exitCode ??= 1;
});

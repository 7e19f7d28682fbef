/* eslint-disable @typescript-eslint/no-require-imports -- only `require` can load a module at once, and later */
/**
 * The modules that nothing needs before a login: tables and checks of everything that a call can take. They are loaded
 * when first used; those of a save before that, while another thread loads the engine's library.
 */
import type * as Calls from './api/calls.js';
import type * as Save from './message-store/save.js';
import type * as Validation from './message-store/validation.js';

let calls: typeof Calls | undefined;
let save: typeof Save | undefined;
let validation: typeof Validation | undefined;

/** What api/calls.ts exports. */
export function callsModule(): typeof Calls {
  return (calls ??= require('./api/calls.js') as typeof Calls);
}

/** What message-store/save.ts exports. */
export function saveModule(): typeof Save {
  return (save ??= require('./message-store/save.js') as typeof Save);
}

/** What message-store/validation.ts exports. */
export function validationModule(): typeof Validation {
  return (validation ??= require('./message-store/validation.js') as typeof Validation);
}

/** Loads what a save needs. */
export function loadSavingModules(): void {
  validationModule();
  saveModule();
}

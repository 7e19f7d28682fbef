/** A whole preload script, for windows that need no other. The build makes one file of it. */
import { exposeTim } from './preload.js';

exposeTim();

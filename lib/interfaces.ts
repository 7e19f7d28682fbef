/** `node-imsdk/interfaces`: the types and enums of the documented API. */
export * from './types/index.js';

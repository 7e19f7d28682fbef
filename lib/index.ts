/** What the package exports. */
export { ImSdkError, type ImSdkErrorCode, type ImSdkErrorDetails } from './errors.js';
export { Tim, type TimOptions } from './tim.js';
export type { DownloadOptions, SendMessageOptions } from './api/sending.js';
export type { TimListener } from './api/events.js';
export type { EventIterationOptions } from './events/event-iteration.js';
export type { EngineEventName, TimEventName, TimEvents } from './events/tim-events.js';
export type { Durability, SaveOptions } from './message-store/save.js';
export type { CallOptions } from './native/deadline.js';
export { throwIfFailed } from './throw-if-failed.js';
export * from './types/index.js';

/**
 * What crosses between a page and the main process: small tagged objects, copied by structured clone.
 *
 * A page asks with `ipcRenderer.invoke(channel, document, request)` and gets a {@link Reply}; the main process tells
 * a page something with `frame.send(channel, document, notice)`. `document` is a random id that the preload script
 * makes: a reload makes another one, so that nothing meant for the page before it reaches the page after it.
 *
 * No run-time import here: the preload script is one file.
 */

/** The one channel. */
export type Channel = 'node-imsdk';

/** How many calls of one window may be without an answer; a page keeps the others back, the main process refuses them. */
export type MaxCalls = 1024;

/** A function among the arguments of a call, which stays in the page. */
export interface CallbackPlace {
  /** Which argument it is a property of. */
  readonly argument: 0 | 1;
  /** The name of the property. */
  readonly name: string;
}

/** What a page asks for. */
export type Request =
  | {
      readonly type: 'call';
      /** Chosen by the page; not in use by another call of it that has no answer yet. */
      readonly id: number;
      /** A method of Tim. */
      readonly method: string;
      /** Its arguments, without what cannot be copied: functions and the abort signal. */
      readonly args: readonly unknown[];
      /** Where functions were. */
      readonly callbacks: readonly CallbackPlace[];
      /** Whether the call has an abort signal, of which a `cancel` may tell. */
      readonly hasSignal: boolean;
    }
  | { readonly type: 'cancel'; readonly id: number }
  /** To be told of an event of the engine, or no longer. */
  | { readonly type: 'subscribe' | 'unsubscribe'; readonly event: string };

/** An error as data: Electron's own copies of errors lose all but the message. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  /** `code` and the other fields of an ImSdkError. */
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly cause?: ErrorData;
}

/** The answer to a request. */
export type Reply = (
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorData }
) & {
  /** How many `callback` notices the call had: Electron does not keep replies and notices in order. */
  readonly told: number;
};

/** An event of the engine, as its callback got it. */
export interface EventNotice {
  readonly type: 'event';
  readonly event: string;
  /** JSON as text. Undefined where this only tells that events are missing. */
  readonly values?: readonly (string | number | boolean | null)[];
  /** Where each value's JSON has integers that a number would round. */
  readonly exactIntegers: readonly (string | undefined)[];
  /** So many events before this one are missing: too many waited. */
  readonly missed: number;
}

/** What the main process tells a page unasked. */
export type Notice =
  | EventNotice
  | {
      readonly type: 'callback';
      /** The call's id. */
      readonly id: number;
      readonly place: CallbackPlace;
      readonly args: readonly unknown[];
    }
  | {
      /** TimMain is closed. */
      readonly type: 'closed';
      /** Ids of the calls that get no answer. */
      readonly unanswered: readonly number[];
    };

/** What the preload script puts into the page's `window`: nothing else of Electron reaches the page. */
export interface PageBridge {
  /** Asks the main process. */
  request(request: Request): Promise<Reply>;
  /** Has notices told to a function, for as long as the page lives. */
  listen(listener: (notice: Notice) => void): void;
}

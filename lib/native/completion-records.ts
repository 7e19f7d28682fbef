import type { Addon, TextPage } from './addon.js';
import type { Reply } from './bridge.js';

/** How many completions there are at most in one call of {@link Dispatch}, as src-native/bridge/completion_records.h has it. */
const MOST = 8;

/** Where the fields of a completion are among its integers; the lengths are of the texts, in their order. */
const Field = {
  code: 0,
  flags: 1,
  storeFailures: 2,
  place: 3,
  conversationId: 4,
  messageId: 5,
  desc: 6,
  exactIntegers: 7,
  json: 8,
} as const;
const FIELDS = 9;

/** What else is told of a completion. */
export const CompletionFlag = {
  /** Another one will follow for this call. */
  isInterim: 1,
  /** There is none: the engine ended before it had answered. */
  isLost: 2,
} as const;

/** What the native side tells of completions: numbers in memory that both sides see, and texts joined to one string. */
export class CompletionRecords {
  readonly memory = new ArrayBuffer(MOST * 8 + (MOST * FIELDS + 1) * 4 + 4);
  readonly #ids = new Float64Array(this.memory, 0, MOST);
  readonly #integers = new Int32Array(this.memory, MOST * 8);

  /**
   * Tells of each completion, in order. Where `tell` throws, the native side calls this again for those after it.
   *
   * @param tell - Called with the call's id, its reply, and {@link CompletionFlag}s.
   */
  forEach(
    addon: Addon,
    count: number,
    texts: string,
    page: TextPage | undefined,
    tell: (callId: number, reply: Reply, flags: number) => void,
  ): void {
    const integers = this.#integers;
    const doneAt = MOST * FIELDS;
    const done = integers[doneAt] as number;
    let start = 0;
    for (let index = 0; index < count; index++) {
      const first = index * FIELDS;
      const conversationEnd = start + (integers[first + Field.conversationId] as number);
      const messageEnd = conversationEnd + (integers[first + Field.messageId] as number);
      const descEnd = messageEnd + (integers[first + Field.desc] as number);
      const exactEnd = descEnd + (integers[first + Field.exactIntegers] as number);
      const end = exactEnd + (integers[first + Field.json] as number);
      if (index >= done) {
        integers[doneAt] = index + 1;
        const place = integers[first + Field.place] as number;
        const reply = new NativeReply(
          integers[first + Field.code] as number,
          integers[first + Field.storeFailures] as number,
          texts,
          start,
          conversationEnd,
          messageEnd,
          descEnd,
          exactEnd,
          end,
          place === 0 ? undefined : { addon, page: page as TextPage, place },
        );
        tell(this.#ids[index] as number, reply, integers[first + Field.flags] as number);
      }
      start = end;
    }
  }
}

/**
 * A reply whose texts are cut out of the joined ones when they are read: of most, one or two are.
 */
class NativeReply implements Reply {
  constructor(
    readonly code: number,
    readonly storeFailures: number,
    private readonly texts: string,
    private readonly start: number,
    private readonly conversationEnd: number,
    private readonly messageEnd: number,
    private readonly descEnd: number,
    private readonly exactEnd: number,
    private readonly end: number,
    private readonly onPage: { addon: Addon; page: TextPage; place: number } | undefined,
  ) {}

  get conversationId(): string {
    return this.texts.slice(this.start, this.conversationEnd);
  }

  get messageId(): string {
    return this.texts.slice(this.conversationEnd, this.messageEnd);
  }

  get desc(): string {
    return this.texts.slice(this.messageEnd, this.descEnd);
  }

  get exactIntegers(): string | undefined {
    return this.exactEnd === this.descEnd ? undefined : this.texts.slice(this.descEnd, this.exactEnd);
  }

  get json(): string {
    const { onPage } = this;
    return onPage === undefined
      ? this.texts.slice(this.exactEnd, this.end)
      : onPage.addon.textOf(onPage.page, onPage.place);
  }
}

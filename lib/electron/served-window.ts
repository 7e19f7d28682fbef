import type { Frame, WebContents } from './electron-api.js';
import { Page, type PageServer } from './page.js';

/** How a page can end while its window stays. */
const PAGE_ENDS = ['did-navigate', 'render-process-gone'] as const;

/** A window that is served: one page at a time. */
export class ServedWindow {
  /** How many calls have no answer; those of pages that were reloaded count too. */
  calls = 0;
  readonly #contents: WebContents;
  readonly #server: PageServer;
  #page: Page | undefined;

  constructor(contents: WebContents, server: PageServer) {
    this.#contents = contents;
    this.#server = server;
    for (const event of PAGE_ENDS) contents.on(event, this.#endPage);
    contents.on('destroyed', this.leave);
  }

  /** The page that is there now. */
  get page(): Page | undefined {
    return this.#page;
  }

  /** The page with this document id; if it is a new one, the page before it is gone. */
  pageOf(document: string, frame: Frame): Page {
    if (this.#page?.document !== document) {
      this.#endPage();
      this.#page = new Page(document, frame, this.#server, this);
    }
    return this.#page;
  }

  /** Ends the page and listens to the window no longer. */
  readonly leave = (): void => {
    this.#endPage();
    for (const event of PAGE_ENDS) this.#contents.off(event, this.#endPage);
    this.#contents.off('destroyed', this.leave);
    this.#server.onWindowEnd(this.#contents);
  };

  readonly #endPage = (): void => {
    const page = this.#page;
    if (page === undefined) return;
    this.#page = undefined;
    page.end();
    this.#server.onPageEnd(page);
  };
}

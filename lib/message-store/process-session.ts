import path from 'node:path';
import type { Addon } from '../native/addon.js';

/** What has to be the same for clients to share the engine. */
export interface SessionIdentity {
  readonly sdkappid: number;
  /** The store's folder: its real path. */
  readonly folder: string;
  readonly localOnly: boolean;
}

/** Who is logged in. */
export interface SessionUser {
  readonly userId: string;
  /** Whether the engine itself knows the user: after a login that succeeded, and never in local-only mode. */
  readonly online: boolean;
}

/**
 * The engine session that this process has, as all of its JavaScript environments see it. Kept by the
 * native side (src-native/process/session.h), which holds the two parts as text.
 */
export class ProcessSession {
  readonly #addon: Addon;
  #known: { revision: number; user: SessionUser | undefined } = { revision: -1, user: undefined };

  constructor(addon: Addon) {
    this.#addon = addon;
  }

  /** Undefined while the engine is closed. */
  get identity(): SessionIdentity | undefined {
    const text = this.#addon.sessionIdentity();
    return text === '' ? undefined : (JSON.parse(text) as SessionIdentity);
  }

  /** Another number than before where the user, or the session itself, may be another. */
  get revision(): number {
    return this.#addon.sessionRevision();
  }

  /** The user, whichever client logged in; undefined for nobody. Asked for each save, hence remembered. */
  get user(): SessionUser | undefined {
    const { revision } = this;
    if (revision !== this.#known.revision) {
      const text = this.#addon.sessionUser();
      this.#known = { revision, user: text === '' ? undefined : (JSON.parse(text) as SessionUser) };
    }
    return this.#known.user;
  }

  set user(user: SessionUser | undefined) {
    this.#addon.setSessionUser(user === undefined ? '' : JSON.stringify(user));
  }

  /** Where the engine keeps a user's messages: `<app id>_<user id in hexadecimal>` in the store's folder. */
  folderOf(userId: string): string | undefined {
    const { identity } = this;
    return (
      identity && path.join(identity.folder, `${identity.sdkappid}_${Buffer.from(userId).toString('hex')}`)
    );
  }
}

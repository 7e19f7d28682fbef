import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { ProcessSession } from '../process-session.js';

/** The engine's database of messages, in the user's folder. */
const DATABASE = 'msg_0.db';

/** What stands for the file that a store is where there is none. */
const NO_FILE = 'none';

/** A name of a link may be taken: by a folder that was copied along with what the link stood for. */
const MOST_NAMES = 8;

/** A user that does not exist, whose folder is a link to that of one who does. */
interface Link {
  readonly userId: string;
  readonly path: string;
}

/** What a look at a store's files finds. */
export interface StoreFiles {
  /**
   * Whether the store is the file that it was at the last look, by all its names: it is another one when the folder was
   * removed under the engine.
   */
  readonly isSame: boolean;
  /** Whether there is a file. */
  readonly isThere: boolean;
  /** Whether the links lead where the file is, or is not. */
  readonly isLinked: boolean;
}

/**
 * A user's store on disk, and two links to its folder. The engine, asked to open the store of the user that a link is
 * named for, closes the one that is open and then opens it again: all of it is committed, and nothing is anywhere else
 * meanwhile (src-native/process/store_switch.h).
 *
 * The names are this user's alone. A link that came to lead to another user's folder would have the engine open that
 * database while it has it open, or has left its write-ahead log behind.
 *
 * Synchronous: it takes some microseconds, where a promise of `node:fs` takes ten times as long, and aborts the process
 * where a worker is terminated just when it asks for one (Node 20: FSReqBase, `(req_wrap) != nullptr`).
 */
export class UserStore {
  /** `<app id>_<user id in hexadecimal>` in the store's folder, as the engine names it. */
  readonly folder: string;
  /** Whether the engine could not open it again after the last commit. */
  isAway = false;
  readonly #session: ProcessSession;
  readonly #revision: number;
  readonly #names: readonly Link[];
  #links: readonly [Link, Link] | undefined;
  #file: string | undefined;

  private constructor(session: ProcessSession, folder: string, userId: string) {
    this.folder = folder;
    this.#session = session;
    this.#revision = session.revision;
    const hash = createHash('sha256').update(userId).digest('hex').slice(0, 16);
    this.#names = Array.from({ length: MOST_NAMES }, (_, index) => {
      const name = `node-imsdk-${index + 1}-${hash}`;
      return { userId: name, path: session.folderOf(name) as string };
    });
  }

  /** The store of the user who is logged in; undefined for nobody. */
  static of(session: ProcessSession): UserStore | undefined {
    const { user } = session;
    if (user === undefined) return undefined;
    const folder = session.folderOf(user.userId);
    return folder === undefined ? undefined : new UserStore(session, folder, user.userId);
  }

  /** False once the user has logged out, or the engine was closed: it may have another store open now. */
  get isCurrent(): boolean {
    return this.#session.revision === this.#revision;
  }

  /** The ids of the users whose folders are links to this store, once {@link link} has made them. */
  get aliases(): readonly [string, string] | undefined {
    return this.#links && [this.#links[0].userId, this.#links[1].userId];
  }

  /** Makes the links, and the folder where it is gone: without it the engine would make one in a link's place. */
  link(): boolean {
    this.#links = undefined;
    try {
      fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      const links: Link[] = [];
      for (const name of this.#names) {
        if (links.length < 2 && leadsTo(name.path, this.folder)) links.push(name);
      }
      const [first, second] = links;
      if (first !== undefined && second !== undefined) this.#links = [first, second];
    } catch {
      // A file system without links, or one that is full or read-only.
    }
    return this.#links !== undefined;
  }

  /** Removes the links. To be called when the store is closed. */
  unlink(): void {
    this.#links = undefined;
    for (const name of this.#names) removeLink(name.path);
  }

  /** Looks at the files; the first time they are the same. */
  look(): StoreFiles {
    const file = databaseIn(this.folder);
    const linked = this.#links?.map((link) => databaseIn(link.path)) ?? [];
    const before = this.#file ?? file;
    this.#file = file;
    return {
      isSame: file === before && linked.every((found) => found === file || found === NO_FILE),
      isThere: file !== NO_FILE,
      isLinked: linked.every((found) => found === file),
    };
  }

  /** What the database takes on disk, in bytes, with what is not in its main file yet. */
  size(): number {
    const files = [DATABASE, `${DATABASE}-wal`].map((name) => fs.statSync(path.join(this.folder, name)));
    return files.reduce((sum, { size }) => sum + size, 0);
  }
}

/** Which file the database in a folder is. */
function databaseIn(folder: string): string {
  try {
    const found = fs.statSync(path.join(folder, DATABASE), { bigint: true, throwIfNoEntry: false });
    return found === undefined ? NO_FILE : `${found.dev}:${found.ino}`;
  } catch {
    return NO_FILE;
  }
}

/** Makes a link, or finds it made. False where something else has the name. */
function leadsTo(link: string, folder: string): boolean {
  try {
    // Relative, so that the store can be moved; a junction, which Windows lets every user make, is made absolute.
    fs.symlinkSync(path.basename(folder), link, 'junction');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (
      fs.lstatSync(link).isSymbolicLink() &&
      fs.existsSync(link) &&
      fs.realpathSync(link) === fs.realpathSync(folder)
    );
  }
}

function removeLink(link: string): void {
  try {
    if (fs.lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) fs.unlinkSync(link);
  } catch {
    // There is none, or somebody else removes it.
  }
}

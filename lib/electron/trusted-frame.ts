import { ImSdkError } from '../errors.js';
import type { Frame, InvokeEvent, WebContents } from './electron-api.js';

/** Whether a page is the application's own; see {@link TimMainOptions.isTrustedFrame}. */
export type IsTrustedFrame = (frame: Frame, contents: WebContents) => boolean;

/** Schemes that anybody can serve or make a page of, whoever handles them. */
const NOBODYS_SCHEMES: ReadonlySet<string> = new Set(
  ['http', 'https', 'ws', 'wss', 'ftp', 'about', 'blob', 'data', 'javascript', 'filesystem'].concat([
    'chrome',
    'chrome-extension',
    'devtools',
    'view-source',
  ]),
);

/** Trusts files, and the custom protocols that the application handles in the window's session. */
export function isOwnPage({ url, origin }: Frame, { session }: WebContents): boolean {
  // A sandboxed document has an origin of its own, which is written as null.
  if (origin === 'null' || !URL.canParse(url)) return false;
  const scheme = new URL(url).protocol.slice(0, -1);
  if (scheme === 'file') return true;
  return !NOBODYS_SCHEMES.has(scheme) && session.protocol.isProtocolHandled(scheme);
}

/**
 * The frame that sent a message: the main frame of a window, which lives and is trusted.
 *
 * @throws ImSdkError `ERR_IMSDK_NOT_ALLOWED` for any other.
 */
export function trustedSender({ sender, senderFrame }: InvokeEvent, isTrusted: IsTrustedFrame): Frame {
  const problem = problemOf(sender, senderFrame, isTrusted);
  if (problem === undefined) return senderFrame as Frame;
  throw new ImSdkError(
    'ERR_IMSDK_NOT_ALLOWED',
    `This page is not served: ${problem} (README, "Electron"; isTrustedFrame of TimMain).`,
  );
}

function problemOf(
  contents: WebContents,
  frame: Frame | null,
  isTrusted: IsTrustedFrame,
): string | undefined {
  // Electron throws where a frame is destroyed while it is looked at; so may the application's function.
  try {
    if (frame === null || frame.isDestroyed() || frame.detached) return 'its frame is gone.';
    if (frame.parent !== null) return 'only the main frame of a window is.';
    if (contents.getType() === 'webview') return 'a webview is not.';
    return isTrusted(frame, contents) ? undefined : 'the main process does not trust it.';
  } catch {
    return 'its frame cannot be examined.';
  }
}

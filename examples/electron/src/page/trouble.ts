/** Tells the user what went wrong, in words of theirs. */
import { ImSdkError } from 'node-imsdk/renderer';
import { TIMErrCode } from 'node-imsdk/interfaces';
import { byId } from './dom.js';
import { setText, type TextKey, type TextValues } from './texts.js';

const panel = byId('trouble', HTMLDivElement);
const [sentence, detail] = [panel.querySelector('strong'), panel.querySelector('small')] as [
  HTMLElement,
  HTMLElement,
];

/** What the user did wrong: needs no more than a sentence. */
export class UserMistake extends Error {
  readonly text: TextKey;
  constructor(text: TextKey) {
    super(text);
    this.text = text;
  }
}

export function showTrouble(error: unknown): void {
  const { text, values } = explain(error);
  setText(sentence, text, values);
  // For whoever is asked for help: the package's own words.
  const isOurs = error instanceof UserMistake;
  detail.textContent = isOurs ? '' : error instanceof Error ? error.message : String(error);
  panel.hidden = false;
}

export function hideTrouble(): void {
  panel.hidden = true;
}

/** Does something that can fail, and shows how it went; whether it went well. */
export async function attempt(action: () => Promise<void>): Promise<boolean> {
  hideTrouble();
  try {
    await action();
    return true;
  } catch (error) {
    showTrouble(error);
    return false;
  }
}

export function startTrouble(): void {
  panel.querySelector('button')?.addEventListener('click', hideTrouble);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hideTrouble());
}

function explain(error: unknown): { text: TextKey; values?: TextValues } {
  if (error instanceof UserMistake) return { text: error.text };
  if (!(error instanceof ImSdkError)) return { text: 'error.other' };
  switch (error.code) {
    case 'ERR_IMSDK_INVALID_ARGUMENT':
      return {
        text: error.field === 'userID' || error.field === 'conv_id' ? 'error.badUser' : 'error.invalid',
      };
    case 'ERR_IMSDK_MESSAGE_TOO_LARGE':
      return { text: 'error.tooLarge' };
    case 'ERR_IMSDK_NOT_STORED':
    case 'ERR_IMSDK_NOT_VERIFIED':
    case 'ERR_IMSDK_STORE_UNUSABLE':
      return { text: 'error.notStored' };
    case 'ERR_IMSDK_STORE_IN_USE':
      return { text: 'error.storeInUse' };
    case 'ERR_IMSDK_LIBRARY_NOT_FOUND':
      return { text: 'error.noEngine' };
    case 'ERR_IMSDK_ENGINE':
      return error.engineCode === TIMErrCode.ERR_SDK_NOT_LOGGED_IN
        ? { text: 'error.loggedOut' }
        : { text: 'error.engine', values: { code: error.engineCode ?? '?' } };
    default:
      return { text: 'error.other' };
  }
}

/** The open conversation: its messages, each with its state, and the form that saves one more. */
import { readMessages, saveText, type Message } from './chat.js';
import { byId, make, paintAvatar } from './dom.js';
import { setText, setTime } from './texts.js';
import { attempt } from './trouble.js';

const view = byId('conversation', HTMLElement);
const list = byId('messages', HTMLOListElement);
const form = byId('composer', HTMLFormElement);
const draft = form.elements.namedItem('text') as HTMLTextAreaElement;
const senders = form.elements.namedItem('sender') as RadioNodeList;

/** Whose messages are shown, and whose were asked for last. */
let shown: string | undefined;
let wanted: string | undefined;

/** Reads the conversation with a partner and shows it, unless another is asked for meanwhile. */
export async function showConversation(partner: string): Promise<void> {
  wanted = partner;
  const messages = await readMessages(partner);
  if (partner !== wanted) return;
  if (partner !== shown) form.reset();
  shown = partner;
  byId('partner', HTMLElement).textContent = partner;
  paintAvatar(byId('partner-avatar', HTMLElement), partner);
  setText(byId('as-partner', HTMLElement), 'composer.partner', { partner });
  list.replaceChildren(...messages.map((message) => renderMessage(make('li', ''), message)));
  list.scrollTop = list.scrollHeight;
  summarise();
  byId('nothing-open', HTMLElement).hidden = true;
  view.hidden = false;
}

/** Shows no conversation. */
export function closeConversation(): void {
  shown = wanted = undefined;
  byId('nothing-open', HTMLElement).hidden = false;
  view.hidden = true;
  list.replaceChildren();
}

/** With whom the conversation is that is shown, or about to be. */
export function openPartner(): string | undefined {
  return wanted;
}

export function focusComposer(): void {
  draft.focus();
}

function renderMessage(item: HTMLLIElement, { id = '', text, isOwn, time, state }: Message): HTMLLIElement {
  const when = make('time', '');
  setTime(when, time);
  const label = make('span', 'state');
  setText(label, `state.${state}`);
  item.className = isOwn ? 'message own' : 'message';
  item.dataset.id = id;
  item.dataset.state = state;
  item.replaceChildren(make('p', '', text), make('small', '', when, label));
  return item;
}

function find(id: string | undefined): HTMLElement | undefined {
  return [...list.children].find(
    (item): item is HTMLElement => item instanceof HTMLElement && item.dataset.id === id,
  );
}

/** Says at the top how many messages there are, and whether all are on disk. */
function summarise(): void {
  const count = list.childElementCount;
  const writing = list.querySelectorAll('li:not([data-state=committed])').length;
  const summary = byId('summary', HTMLElement);
  summary.dataset.state = writing > 0 ? 'saving' : 'committed';
  if (writing > 0) setText(summary, 'summary.writing', { count: writing });
  else if (count === 0) setText(summary, 'noMessages');
  else setText(summary, count === 1 ? 'summary.one' : 'summary.many', { count });
}

/** Saves what was typed; `saved` is called when it is on disk. */
async function save(partner: string, saved: (partner: string) => void): Promise<void> {
  const text = draft.value;
  const item = make('li', '');
  draft.value = '';
  const isOnDisk = await attempt(async () => {
    await saveText(partner, text, senders.value === 'me' ? 'me' : 'partner', (message) => {
      renderMessage(item, message);
      // The user may have opened another conversation meanwhile, or it has been read afresh with this message in it.
      if (partner !== shown) return;
      if (!item.isConnected && find(message.id) === undefined) list.append(item);
      list.scrollTop = list.scrollHeight;
      summarise();
    });
  });
  if (isOnDisk) {
    saved(partner);
    return;
  }
  item.remove();
  summarise();
  if (partner === shown && draft.value === '') draft.value = text;
}

/** Calls `saved` whenever a message has been saved to disk. */
export function startConversation(saved: (partner: string) => void): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (shown !== undefined && draft.value.trim() !== '') void save(shown, saved);
    draft.focus();
  });
  draft.addEventListener('keydown', (event) => {
    // An input method for Chinese uses Enter to choose among its candidates.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

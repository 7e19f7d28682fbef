/** The list of conversations at the side, and the form that starts one. */
import { readMessages, type Message } from './chat.js';
import { partnersOf } from './conversations.js';
import { byId, make, paintAvatar } from './dom.js';
import { setText, setTime } from './texts.js';
import { attempt, UserMistake } from './trouble.js';

const list = byId('conversations', HTMLUListElement);
const form = byId('start', HTMLFormElement);
let readings = 0;

/** Shows the conversations of a user, with the last message of each. */
export async function showConversations(user: string, openPartner?: string): Promise<void> {
  const reading = ++readings;
  const partners = partnersOf(user);
  const lastMessages = await Promise.all(partners.map((partner) => readMessages(partner, 1)));
  // Of several at once, the one that was begun last knows best.
  if (reading !== readings) return;
  const items = partners.map((partner, i) => {
    const button = makeEntry(partner, lastMessages[i]?.[0]);
    if (partner === openPartner) button.ariaCurrent = 'true';
    return button;
  });
  const focused = [...list.querySelectorAll('button')].find((button) => button === document.activeElement);
  list.replaceChildren(...items.map((button) => make('li', '', button)));
  items.find(({ value }) => value === focused?.value)?.focus();
}

function makeEntry(partner: string, last: Message | undefined): HTMLButtonElement {
  const avatar = make('span', 'avatar');
  avatar.ariaHidden = 'true';
  paintAvatar(avatar, partner);
  const preview = make('small', 'preview', last?.text ?? '');
  if (last === undefined) setText(preview, 'noMessages');
  const time = make('time', '');
  if (last !== undefined) setTime(time, last.time);
  const button = make('button', 'conversation', avatar, make('strong', '', partner), time, preview);
  button.value = partner;
  return button;
}

/** Calls `open` when the user picks a conversation or starts one. */
export function startConversationList(open: (partner: string) => Promise<void>): void {
  list.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button !== null) void attempt(() => open(button.value));
  });
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...list.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[at + step]?.focus();
    event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const input = form.elements.namedItem('partner') as HTMLInputElement;
    void attempt(async () => {
      const partner = input.value.trim();
      if (partner === '') throw new UserMistake('error.noPartner');
      await open(partner);
      form.reset();
    });
  });
}

/** The page: who is logged in decides what it shows. */
import { engineVersion, logIn, logOut, open } from './chat.js';
import {
  closeConversation,
  focusComposer,
  openPartner,
  showConversation,
  startConversation,
} from './conversation.js';
import { showConversations, startConversationList } from './conversation-list.js';
import { lastOpen, partnersOf, rememberOpen, touchConversation } from './conversations.js';
import { byId, paintAvatar } from './dom.js';
import { setText, startTexts } from './texts.js';
import { attempt, showTrouble, startTrouble, UserMistake } from './trouble.js';

const login = byId('login', HTMLElement);
const form = login.querySelector('form') as HTMLFormElement;
const userField = form.elements.namedItem('user') as HTMLInputElement;
const chat = byId('chat', HTMLElement);
/** Set by the main process where users log in to the service. */
const hasAccounts = new URLSearchParams(location.search).has('account');

let user = '';

/** Shows what belongs to whoever is logged in: after a start, a reload, a login or logout in any window. */
async function show(): Promise<void> {
  user = await open().catch((error: unknown) => {
    showLogin();
    throw error;
  });
  setText(byId('mode', HTMLElement), hasAccounts ? 'mode.account' : 'mode.local');
  byId('engine', HTMLElement).textContent = `libImSDK ${await engineVersion()}`;
  if (user === '') showLogin();
  else await showChat();
}

function showLogin(): void {
  chat.hidden = true;
  login.hidden = false;
  closeConversation();
  userField.focus();
}

async function showChat(): Promise<void> {
  byId('me', HTMLElement).textContent = user;
  paintAvatar(byId('my-avatar', HTMLElement), user);
  login.hidden = true;
  chat.hidden = false;
  const partner = lastOpen(user);
  if (partner === undefined) closeConversation();
  else await showConversation(partner);
  if (partner !== undefined) focusComposer();
  else (byId('start', HTMLFormElement).elements.namedItem('partner') as HTMLInputElement).focus();
  await showConversations(user, partner);
}

async function openConversation(chosen: string): Promise<void> {
  await showConversation(chosen);
  // Another was picked meanwhile.
  if (openPartner() !== chosen) return;
  rememberOpen(user, chosen);
  if (!partnersOf(user).includes(chosen)) touchConversation(user, chosen);
  // At once: the user may go on with something else.
  focusComposer();
  updateList();
}

function noteSaved(to: string): void {
  touchConversation(user, to);
  updateList();
}

function updateList(): void {
  showConversations(user, openPartner()).catch(showTrouble);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const signature = form.elements.namedItem('signature') as HTMLInputElement;
  userField.focus();
  void attempt(async () => {
    const wanted = userField.value.trim();
    if (wanted === '') throw new UserMistake('error.noUser');
    await open();
    await logIn(wanted, signature.value);
    form.reset();
    await show();
    localStorage.setItem('user', user);
  });
});

byId('log-out', HTMLButtonElement).addEventListener('click', () => {
  void attempt(async () => {
    await logOut();
    await show();
    localStorage.setItem('user', '');
  });
});

// Another window of the app has changed something.
addEventListener('storage', ({ key }) => {
  if (key === 'user') show().catch(showTrouble);
  else if (key?.startsWith('conversations') === true) refresh().catch(showTrouble);
});

async function refresh(): Promise<void> {
  const partner = openPartner();
  if (partner !== undefined) await showConversation(partner);
  await showConversations(user, partner);
}

startTexts();
startTrouble();
startConversationList(openConversation);
startConversation(noteSaved);
byId('signature', HTMLElement).hidden = !hasAccounts;
setText(form.querySelector('p') as HTMLElement, hasAccounts ? 'login.hintForAccounts' : 'login.hint');
show().catch(showTrouble);

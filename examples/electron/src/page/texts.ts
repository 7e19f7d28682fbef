/** What the page says, in both languages, and which of them is shown. */

const english = {
  'login.title': 'Good to see you',
  'login.hint': 'Your messages are kept on this machine. No account is needed: any name will do.',
  'login.hintForAccounts': 'Log in with a user of your application.',
  'login.user': 'User ID',
  'login.submit': 'Log in',
  logOut: 'Log out',
  'mode.local': 'local only',
  'mode.account': 'online',
  conversations: 'Conversations',
  'start.placeholder': 'Write to someone: user ID',
  'start.submit': 'Start a conversation',
  nothingOpen: 'Pick a conversation on the left, or start one.',
  messages: 'Messages',
  noMessages: 'No messages yet',
  'summary.one': '1 message, on disk',
  'summary.many': '{count} messages, all on disk',
  'summary.writing': '{count} not on disk yet',
  'composer.sender': 'Save as a message from',
  'composer.me': 'From me',
  'composer.partner': 'From {partner}',
  'composer.hint': 'Enter saves, Shift + Enter starts a new line',
  'composer.placeholder': 'Message',
  'composer.submit': 'Save',
  'state.saving': 'saving',
  'state.acknowledged': 'acknowledged',
  'state.committed': 'on disk',
  language: 'Language',
  dismiss: 'Dismiss',
  'error.noUser': 'Enter a user ID.',
  'error.noPartner': 'Enter the user ID of the one you want to write to.',
  'error.badUser': 'This user ID cannot be used: it is too long, or has characters that the engine refuses.',
  'error.tooLarge':
    'This message is too long: the store takes up to 300 KiB. It was not saved; shorten it and try again.',
  'error.invalid': 'This was not accepted, and nothing was saved.',
  'error.notStored': 'The engine could not write to disk. Is the disk full? Try again.',
  'error.storeInUse': 'Another program has this message store open. Close it and try again.',
  'error.noEngine': 'The engine libImSDK was not found. Fetch it once with: npx node-imsdk fetch-sdk',
  'error.loggedOut': 'You are logged out. Log in and try again.',
  'error.engine': 'The engine refused this (code {code}).',
  'error.other': 'That did not work. Try again.',
};

/** The name of a text. */
export type TextKey = keyof typeof english;

const chinese: Record<TextKey, string> = {
  'login.title': '欢迎回来',
  'login.hint': '消息保存在这台电脑上。无需账号，取个名字就能开始。',
  'login.hintForAccounts': '请用您应用中的用户登录。',
  'login.user': '用户 ID',
  'login.submit': '登录',
  logOut: '退出',
  'mode.local': '仅本地',
  'mode.account': '在线',
  conversations: '会话',
  'start.placeholder': '写给谁？输入用户 ID',
  'start.submit': '新建会话',
  nothingOpen: '请在左侧选择一个会话，或新建一个。',
  messages: '消息',
  noMessages: '还没有消息',
  'summary.one': '1 条消息，已存盘',
  'summary.many': '{count} 条消息，全部已存盘',
  'summary.writing': '{count} 条尚未存盘',
  'composer.sender': '以谁的名义保存',
  'composer.me': '我发的',
  'composer.partner': '{partner} 发的',
  'composer.hint': 'Enter 保存，Shift + Enter 换行',
  'composer.placeholder': '输入消息',
  'composer.submit': '保存',
  'state.saving': '保存中',
  'state.acknowledged': '已确认',
  'state.committed': '已存盘',
  language: '语言',
  dismiss: '关闭提示',
  'error.noUser': '请输入用户 ID。',
  'error.noPartner': '请输入对方的用户 ID。',
  'error.badUser': '这个用户 ID 不能用：太长，或含有引擎不接受的字符。',
  'error.tooLarge': '消息太长：最多可保存 300 KiB。消息没有保存，请缩短后再试。',
  'error.invalid': '内容不符合要求，没有保存。',
  'error.notStored': '引擎无法把消息写入磁盘，磁盘满了吗？请再试一次。',
  'error.storeInUse': '另一个程序正在使用这个消息库。请关闭它再试。',
  'error.noEngine': '找不到引擎 libImSDK。请先运行一次：npx node-imsdk fetch-sdk',
  'error.loggedOut': '您已退出登录。请登录后再试。',
  'error.engine': '引擎拒绝了这次操作（错误码 {code}）。',
  'error.other': '操作没有成功，请再试一次。',
};

const dictionaries = { en: english, zh: chinese };
type Language = keyof typeof dictionaries;

function isLanguage(value: string | null): value is Language {
  return value !== null && Object.hasOwn(dictionaries, value);
}

const chosen = localStorage.getItem('language');
let language: Language = isLanguage(chosen) ? chosen : navigator.language.startsWith('zh') ? 'zh' : 'en';

/** Values for the places in braces. */
export type TextValues = Record<string, string | number>;

function translate(key: string, values: TextValues = {}): string {
  return dictionaries[language][key as TextKey].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name]),
  );
}

/** Shows a text in an element, in whichever language is chosen from now on. */
export function setText(element: HTMLElement, key: TextKey, values?: TextValues): void {
  element.dataset.text = key;
  element.dataset.values = JSON.stringify(values ?? {});
  element.textContent = translate(key, values);
}

/** Shows a time, likewise. */
export function setTime(element: HTMLTimeElement, seconds: number): void {
  element.dateTime = new Date(seconds * 1000).toISOString();
  element.textContent = formatTime(element.dateTime);
}

function formatTime(iso: string): string {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ month: 'short', day: 'numeric' } as const);
  return date.toLocaleString(language, { ...day, hour: '2-digit', minute: '2-digit', hour12: false });
}

/** Shows the page in a language, which is remembered. */
function showIn(wanted: Language): void {
  language = wanted;
  localStorage.setItem('language', language);
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>(
    '[data-text], [data-label], [data-placeholder]',
  )) {
    const { text, values = '{}', label, placeholder } = element.dataset;
    if (text !== undefined) element.textContent = translate(text, JSON.parse(values) as TextValues);
    if (label !== undefined) element.ariaLabel = translate(label);
    if (placeholder !== undefined) element.setAttribute('placeholder', translate(placeholder));
  }
  for (const element of document.querySelectorAll('time')) element.textContent = formatTime(element.dateTime);
  for (const button of languageButtons()) button.ariaPressed = String(button.value === language);
}

function languageButtons(): NodeListOf<HTMLButtonElement> {
  return document.querySelectorAll('#languages button');
}

/** Shows every text of the page, and lets the user switch. */
export function startTexts(): void {
  for (const button of languageButtons()) {
    button.addEventListener('click', () => isLanguage(button.value) && showIn(button.value));
  }
  showIn(language);
}

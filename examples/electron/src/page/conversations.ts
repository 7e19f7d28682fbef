/**
 * With whom a user has conversations, the latest first.
 *
 * The engine makes a conversation when the service tells of one. Without the service there are none, however many
 * messages are saved: so the page remembers them itself. Other windows hear of a change by a storage event.
 */

interface Conversation {
  partner: string;
  /** In milliseconds since 1970: a changed value is what the event of other windows comes with. */
  changed: number;
}

const keyOf = (user: string): string => `conversations of ${user}`;

function read(user: string): Conversation[] {
  return JSON.parse(localStorage.getItem(keyOf(user)) ?? '[]') as Conversation[];
}

export function partnersOf(user: string): string[] {
  return read(user).map(({ partner }) => partner);
}

/** Puts a conversation first, and tells other windows that it has changed. */
export function touchConversation(user: string, partner: string): void {
  const others = read(user).filter((other) => other.partner !== partner);
  localStorage.setItem(keyOf(user), JSON.stringify([{ partner, changed: Date.now() }, ...others]));
}

/** The conversation that was open in this window before it was reloaded. */
export function lastOpen(user: string): string | undefined {
  return sessionStorage.getItem(keyOf(user)) ?? undefined;
}

export function rememberOpen(user: string, partner: string): void {
  sessionStorage.setItem(keyOf(user), partner);
}

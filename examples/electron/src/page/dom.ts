/** The element of the page with an id; `kind` is its class, such as HTMLFormElement. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new TypeError(`the page has no ${kind.name} #${id}`);
  return element;
}

/** Makes an element with a class and children. Texts become text nodes, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** Shows a user's first character on a colour that is always the same for them. */
export function paintAvatar(avatar: HTMLElement, user: string): void {
  const [first] = new Intl.Segmenter().segment(user);
  avatar.textContent = first?.segment.toLocaleUpperCase() ?? '';
  let hue = 7;
  for (let i = 0; i < user.length; i++) hue = (hue * 31 + user.charCodeAt(i)) % 360;
  avatar.style.setProperty('--hue', String(hue));
}

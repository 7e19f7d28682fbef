/** Its text is run in the page before the page's own scripts: nothing outside of it can be used. */

type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;
type Ask = (document: number, url: string, invocation?: unknown[]) => Promise<unknown>;
type Listener = (event: object, ...args: unknown[]) => void;

/**
 * Runs a preload script with what Electron gives a sandboxed one: `require('electron')` and no more.
 *
 * @param bridged - What contextBridge does with a value.
 */
export function startPreload(bridged: (api: unknown) => unknown, preload: Preload): void {
  const world = globalThis as unknown as { ask?: Ask; location: { href: string } };
  const document = Math.random();
  const listeners: { channel: string; listener: Listener }[] = [];
  const ask = world.ask!;
  // The page must have nothing but what the preload script exposes.
  delete world.ask;

  const invoke = (...invocation: unknown[]): Promise<unknown> =>
    ask(document, world.location.href, invocation);
  const on = (channel: string, listener: Listener): void => void listeners.push({ channel, listener });
  const exposeInMainWorld = (key: string, api: object): void =>
    void Object.defineProperty(world, key, { value: bridged(api) });

  const receive = async (): Promise<void> => {
    for (;;) {
      const [channel, ...args] = (await ask(document, world.location.href)) as [string, ...unknown[]];
      for (const subscribed of listeners)
        if (subscribed.channel === channel) subscribed.listener({}, ...args);
    }
  };
  void receive();

  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`a sandboxed preload script has no module ${name}`);
    return { contextBridge: { exposeInMainWorld }, ipcRenderer: { invoke, on } };
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}

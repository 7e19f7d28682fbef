/** What the peers are measured on: the engine itself, and one that answers at once (native/stub_engine.c). */
export const engines = { real: 'the real engine', stub: 'a stub that answers at once' };

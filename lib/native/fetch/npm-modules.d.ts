// What fetching the engine uses of npm's own libraries, which ship no types. Those on DefinitelyTyped describe
// pacote 11; these few signatures are those of pacote 21, @npmcli/config 10 and what they take and give.

declare module 'pacote' {
  interface TarballStream {
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'data', listener: (chunk: Buffer) => void): this;
    pipe(destination: object): void;
  }

  interface Pacote {
    tarball: {
      /**
       * Runs `handler` on the package's tarball, from npm's cache when that has it and from the registry
       * otherwise; again when the data proves corrupt. Rejects with EINTEGRITY when it is not `integrity`.
       */
      stream<T>(
        spec: string,
        handler: (stream: TarballStream) => Promise<T>,
        options: Record<string, unknown>,
      ): Promise<T>;
    };
  }

  const pacote: Pacote;
  export default pacote;
}

declare module '@npmcli/config' {
  interface ConfigOptions {
    npmPath: string;
    definitions: Record<string, unknown>;
    shorthands: Record<string, unknown>;
    nerfDarts: string[];
    flatten: unknown;
    env: Record<string, string | undefined>;
    argv: string[];
    cwd: string;
    warn: boolean;
  }

  export default class Config {
    constructor(options: ConfigOptions);
    load(): Promise<void>;
    get(key: string): unknown;
    /** One object per source, the strongest first; each inherits from the next weaker one. */
    readonly list: Record<string, unknown>[];
  }
}

declare module '@npmcli/config/lib/definitions/index.js' {
  const npm: {
    definitions: Record<string, unknown>;
    shorthands: Record<string, unknown>;
    nerfDarts: string[];
    /** Turns settings by their npmrc names into the options that npm's libraries take. */
    flatten: (settings: Record<string, unknown>) => Record<string, unknown>;
  };
  export default npm;
}

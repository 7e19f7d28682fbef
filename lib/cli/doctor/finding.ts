/** One thing that doctor looked at. */
export interface Finding {
  /** A word or two, such as `engine`. */
  name: string;
  ok: boolean;
  /** One line: what was found. */
  summary: string;
  /** What else a bug report needs, a line each. */
  details?: string[];
  /** What to do about a problem. */
  advice?: string;
  /** The same for programs: `--json` prints it. */
  facts?: Record<string, unknown>;
}

/** Looks at one thing. May throw: see {@link examine}. */
export type Probe = () => Finding | Promise<Finding>;

/** Runs a probe; one that fails by itself is a problem to report, never the end of the examination. */
export async function examine(name: string, probe: Probe): Promise<Finding> {
  try {
    return await probe();
  } catch (error) {
    return { name, ok: false, summary: error instanceof Error ? error.message : String(error) };
  }
}

const NAME_WIDTH = 12;

/** The finding as a person reads it. */
export function formatFinding({ name, ok, summary, details = [], advice }: Finding): string {
  const indent = ' '.repeat('PROBLEM  '.length + NAME_WIDTH);
  const lines = [summary, ...details, ...(advice === undefined ? [] : [`-> ${advice}`])];
  const text = lines.flatMap((line) => line.split('\n')).join(`\n${indent}`);
  return `${ok ? 'ok       ' : 'PROBLEM  '}${name.padEnd(NAME_WIDTH)}${text}`;
}

/** How far beyond its limit a ratio may be, as a part of the limit: machines that run CI are noisy. */
const TOLERANCE = 0.25;

/**
 * The targets that fail the check: a ratio that misses its limit by more than the tolerance. Where a miss is known, what
 * was reached stands for the limit. What is no ratio (it has a unit) depends on the machine, and does not fail.
 *
 * @throws Error when no ratio was measured, as nothing was checked then.
 */
export function failing(targets) {
  const ratios = targets.filter(({ unit, value }) => unit === undefined && value !== undefined);
  if (ratios.length === 0) throw new Error('No ratio was measured: there is nothing to check.');
  const holds = ({ value, atLeast, atMost, knownMiss }) =>
    atLeast === undefined
      ? value <= Math.max(atMost, knownMiss?.reached ?? 0) * (1 + TOLERANCE)
      : value >= Math.min(atLeast, knownMiss?.reached ?? Infinity) * (1 - TOLERANCE);
  return ratios.filter((target) => !holds(target));
}

/** Those that fail in both of two runs. */
export function failingTwice(first, second) {
  const nameOf = ({ title, payload }) => `${title}, ${payload}`;
  const again = new Set(second.map(nameOf));
  return first.filter((target) => again.has(nameOf(target)));
}

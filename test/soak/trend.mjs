// Whether something grows with the calls that are made.

/** The line of least squares through points. Returns its slope and the slope's standard error. */
export function slopeOf(points) {
  const n = points.length;
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / n;
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const spreadX = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spreadX;
  const residual = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { slope, error: Math.sqrt(residual / (n - 2) / spreadX) };
}

/** The later half: by then caches are filled. */
export function laterHalf(samples) {
  return samples.slice(Math.floor(samples.length / 2));
}

/**
 * Memory: the slope over the later half of the samples, in bytes a call. It grows when that is above the bound, and
 * above twice its own standard error, so that noise is no growth.
 */
export function memoryGrowth(samples, measure, bound) {
  const { slope, error } = slopeOf(laterHalf(samples).map((sample) => [sample.calls, sample[measure]]));
  return { slope, error, grows: slope > bound && slope > 2 * error };
}

/** File descriptors, threads and the event loop's handles: their least number in the last quarter and the one before. */
export function handleGrowth(samples, measure) {
  const later = laterHalf(samples).map((sample) => sample[measure]);
  const before = Math.min(...later.slice(0, later.length / 2));
  const after = Math.min(...later.slice(later.length / 2));
  return { before, after, grows: after > before };
}

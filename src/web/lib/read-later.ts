/** Code that is not read with the page (README, weight): asked for by a promise, or by a component, which then waits. */
export type ReadLater<T> = {
  /** What was read; null until then. */
  readonly now: () => T | null;
  readonly read: () => Promise<T>;
  /** In a component: what was read, else suspends until it is. */
  readonly get: () => T;
};

export function readLater<T>(load: () => Promise<T>): ReadLater<T> {
  let here: T | null = null;
  let reading: Promise<T> | null = null;
  let failure: unknown;
  const read = () => {
    reading ??= load().then(
      (loaded) => {
        here = loaded;
        failure = undefined;
        return loaded;
      },
      (error: unknown) => {
        // Asked for again, it is read again.
        reading = null;
        failure = error;
        throw error;
      },
    );
    return reading;
  };
  return {
    now: () => here,
    read,
    get: () => {
      if (here) return here;
      if (failure !== undefined) {
        const error = failure;
        failure = undefined;
        throw error;
      }
      // What React waits for must not fail: the failure is thrown by the rendering after it.
      throw read().then(
        () => undefined,
        () => undefined,
      );
    },
  };
}

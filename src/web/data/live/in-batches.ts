import { clock } from '../../lib/clock.ts';

/**
 * Hands on what comes: at once after a pause, in one go what came within `everyMs` of the last. Twenty changes a second
 * then cost ten paints of a board, and a change alone waits for nothing.
 */
export function inBatches<T>(everyMs: number, take: (items: readonly T[]) => void) {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = Number.NEGATIVE_INFINITY;

  const clear = () => {
    clearTimeout(timer);
    timer = undefined;
    waiting = [];
  };
  const flush = () => {
    const items = waiting;
    clear();
    if (items.length === 0) return;
    lastMs = clock.ms();
    take(items);
  };
  return {
    add: (item: T) => {
      waiting.push(item);
      const waitMs = lastMs + everyMs - clock.ms();
      if (waitMs <= 0 || waitMs > everyMs) flush();
      else timer ??= setTimeout(flush, waitMs);
    },
    /** Hands on what waits. */
    flush,
    /** Forgets what waits. */
    clear,
  };
}

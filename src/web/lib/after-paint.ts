/**
 * Does what a press asks for once its first sign is on screen: a mark is there in the next frame, what takes long to
 * build one frame later. Only the last asked for waits; `flush` does it now, before anything that builds on it.
 */
export function afterPaint() {
  let waiting: (() => void) | null = null;
  const flush = () => {
    const work = waiting;
    waiting = null;
    work?.();
  };
  return {
    run: (work: () => void) => {
      flush();
      waiting = work;
      requestAnimationFrame(() => setTimeout(() => waiting === work && flush()));
    },
    flush,
    forget: () => {
      waiting = null;
    },
  };
}

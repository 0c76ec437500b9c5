/** For tests of what waits for a paint: frames come when the test says so, and no time passes by itself. */
import { afterEach, beforeEach, vi } from 'vitest';

/** Call it once in a file. @returns paints one frame, and lets all be done that waits for it */
export function framesByHand(): () => void {
  let frames: (() => void)[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  return () => {
    for (const frame of frames.splice(0)) frame();
    vi.runAllTimers();
  };
}

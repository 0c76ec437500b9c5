import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

let done: string[];
let frames: (() => void)[];
const press = (asked: ReturnType<typeof afterPaint>, name: string) => asked.run(() => done.push(name));
const paint = () => {
  for (const frame of frames.splice(0)) frame();
  vi.runAllTimers();
};
beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('what was asked for is done after the next frame, once', () => {
  const asked = afterPaint();
  press(asked, 'open');
  expect(done).toEqual([]);
  paint();
  paint();
  expect(done).toEqual(['open']);
});

it('what builds on it does it first, and a second press does not overtake the first', () => {
  const asked = afterPaint();
  press(asked, 'open 1');
  asked.flush();
  expect(done).toEqual(['open 1']);
  press(asked, 'open 2');
  press(asked, 'open 3');
  paint();
  expect(done).toEqual(['open 1', 'open 2', 'open 3']);
});

it('what is forgotten is not done', () => {
  const asked = afterPaint();
  press(asked, 'open');
  asked.forget();
  paint();
  expect(done).toEqual([]);
});

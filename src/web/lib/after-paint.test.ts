import { beforeEach, expect, it } from 'vitest';
import { afterPaint } from './after-paint.ts';
import { framesByHand } from './frames.fixture.ts';

let done: string[];
const press = (asked: ReturnType<typeof afterPaint>, name: string) => asked.run(() => done.push(name));
const paint = framesByHand();
beforeEach(() => {
  done = [];
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

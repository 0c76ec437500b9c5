import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { type Tip, watchTips } from './tip-hands.ts';
import { TooltipLayer } from './tooltip-layer.tsx';

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const over = (element: Element, pointerType = 'mouse') =>
  fireEvent(element, Object.assign(new Event('pointerover', { bubbles: true }), { pointerType }));

function shown() {
  const tips: (string | null)[] = [];
  const stop = watchTips(document, (tip: Tip | null) => tips.push(tip?.text ?? null));
  return { now: () => tips.at(-1) ?? null, stop };
}

it('resting on a button says what it does, passing over it does not', () => {
  render(<IconButton label="Next day" icon={<i />} />);
  const tip = shown();
  over(screen.getByRole('button'));
  pass(300);
  over(document.body);
  pass(500);
  expect(tip.now()).toBeNull();
  over(screen.getByRole('button').querySelector('i')!);
  pass(500);
  expect(tip.now()).toBe('Next day');
  fireEvent.pointerDown(screen.getByRole('button'));
  expect(tip.now()).toBeNull();
  tip.stop();
});

it('a finger gets none', () => {
  render(<IconButton label="Next day" icon={<i />} />);
  const tip = shown();
  over(screen.getByRole('button'), 'touch');
  pass(500);
  expect(tip.now()).toBeNull();
  tip.stop();
});

it('who comes by keyboard reads at once why an action is not possible; Escape puts it away', () => {
  render(<Button disabledReason="Approve the order first.">Send</Button>);
  const tip = shown();
  fireEvent.keyDown(document.body, { key: 'Tab' });
  act(() => screen.getByRole('button').focus());
  pass(0);
  expect(tip.now()).toBe('Approve the order first.');
  fireEvent.keyDown(screen.getByRole('button'), { key: 'Escape' });
  expect(tip.now()).toBeNull();
  tip.stop();
});

it('a reason that is over while one rests on the button is not said any longer', async () => {
  const { rerender } = render(<Button disabledReason="Still being kept.">Publish</Button>);
  const tip = shown();
  fireEvent.keyDown(document.body, { key: 'Tab' });
  act(() => screen.getByRole('button').focus());
  pass(0);
  expect(tip.now()).toBe('Still being kept.');
  rerender(<Button disabledReason="Nothing is ticked.">Publish</Button>);
  await vi.waitFor(() => expect(tip.now()).toBe('Nothing is ticked.'));
  rerender(<Button>Publish</Button>);
  await vi.waitFor(() => expect(tip.now()).toBeNull());
  tip.stop();
});

it('the words stand on the page, and leave it', async () => {
  render(
    <>
      <IconButton label="Next day" icon={<i />} />
      <TooltipLayer />
    </>,
  );
  over(screen.getByRole('button'));
  pass(500);
  expect(screen.getByText('Next day')).toBeTruthy();
  over(document.body);
  pass(1000);
  await vi.waitFor(() => expect(screen.queryByText('Next day')).toBeNull());
});

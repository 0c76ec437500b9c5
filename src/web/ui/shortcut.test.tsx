import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Dialog } from './dialog.tsx';
import { useShortcut } from './shortcut.ts';

function Page({ keys, act }: { keys: string; act: () => void }) {
  useShortcut(keys, act);
  return <input aria-label="Summary" />;
}

it.each([
  ['R', { key: 'r' }, 1],
  ['R', { key: 'r', ctrlKey: true }, 0],
  ['R', { key: 'R', shiftKey: true }, 0],
  ['Shift+R', { key: 'R', shiftKey: true }, 1],
  ['?', { key: '?', shiftKey: true }, 1],
  ['Mod+K', { key: 'k', ctrlKey: true }, 1],
  ['Mod+K', { key: 'k', ctrlKey: true, altKey: true }, 0],
  ['Mod+Enter', { key: 'Enter', ctrlKey: true }, 1],
])('%s with %o fires %d times', (keys, event, times) => {
  let fired = 0;
  render(<Page keys={keys} act={() => fired++} />);
  fireEvent.keyDown(document.body, event);
  expect(fired).toBe(times);
});

it('a single letter is a letter while one types, Ctrl+Enter still books', () => {
  let fired = 0;
  const { unmount } = render(<Page keys="R" act={() => fired++} />);
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'r' });
  expect(fired).toBe(0);
  unmount();
  render(<Page keys="Mod+Enter" act={() => fired++} />);
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter', ctrlKey: true });
  expect(fired).toBe(1);
});

it('a dialog over the page keeps the page’s keys from it: Ctrl+Z there takes back no step behind it', () => {
  let fired = 0;
  const page = (open: boolean, keys: string) => (
    <>
      <Page keys={keys} act={() => fired++} />
      <Dialog open={open} onOpenChange={() => {}} title="Hold job">
        Why?
      </Dialog>
    </>
  );
  const { rerender } = render(page(true, 'Mod+Z'));
  const undo = () => fireEvent.keyDown(screen.getByRole('dialog'), { key: 'z', ctrlKey: true });
  undo();
  expect(fired).toBe(0);
  rerender(page(false, 'Mod+Z'));
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  expect(fired).toBe(1);
  // To the notifications there is a way from everywhere.
  rerender(page(true, 'F8'));
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'F8' });
  expect(fired).toBe(2);
});

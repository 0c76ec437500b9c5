// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { useCallback, useState } from 'react';
import { expect, it } from 'vitest';
import { useEarlyTyping } from './use-early-typing.ts';

/** The palette's code comes with the button "arrives". */
function Page() {
  const [open, setOpen] = useState(true);
  const [query, setQuery] = useState('');
  const [isThere, setThere] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useEarlyTyping(open, setQuery, close);
  return (
    <>
      <input aria-label="Find a technician" />
      <p>{open ? 'open' : 'closed'}</p>
      <output>{query}</output>
      {isThere && <input cmdk-input="" aria-label="Search" defaultValue={query} />}
      <button type="button" onClick={() => setThere(true)}>
        arrives
      </button>
    </>
  );
}
const type = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(document.activeElement!, { key });
};

it('what is typed before the search box is there is in it when it comes, wherever the focus was', () => {
  render(<Page />);
  screen.getByRole('textbox', { name: 'Find a technician' }).focus();
  type('m', 'a', 'x', 'Backspace', 'r', 'Shift', 'ArrowDown');
  expect(screen.getByRole('status').textContent).toBe('mar');
  fireEvent.click(screen.getByRole('button'));
  const box = screen.getByRole('textbox', { name: 'Search' });
  expect(box).toHaveProperty('value', 'mar');
  box.focus();
  // From now on the box takes its keys itself.
  type('i');
  expect(screen.getByRole('status').textContent).toBe('mar');
});

it('Escape takes it back before anything has opened', () => {
  render(<Page />);
  type('m', 'Escape');
  expect(screen.getByText('closed')).toBeTruthy();
});

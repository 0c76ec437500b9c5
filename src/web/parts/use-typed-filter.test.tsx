import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useTypedFilter } from './use-typed-filter.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function Box({ sent }: { sent: (string | undefined)[] }) {
  const [inUrl, setInUrl] = useState('');
  const typed = useTypedFilter(inUrl, (text) => {
    sent.push(text);
    setInUrl(text ?? '');
  });
  return <input aria-label="Search" {...typed} />;
}
const passing = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const type = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } });

test('what is typed goes to the address once the typing pauses, once', () => {
  const sent: (string | undefined)[] = [];
  render(<Box sent={sent} />);
  type('du');
  passing(100);
  type('dubois ');
  passing(100);
  expect(sent).toEqual([]);
  passing(100);
  expect(sent).toEqual(['dubois']);
  passing(1_000);
  type('');
  passing(200);
  expect(sent).toEqual(['dubois', undefined]);
});

test('left before the pause it goes at once and not again, so that it takes back no link pressed meanwhile', () => {
  const sent: (string | undefined)[] = [];
  render(<Box sent={sent} />);
  type('dubois');
  fireEvent.blur(screen.getByRole('textbox'));
  expect(sent).toEqual(['dubois']);
  passing(1_000);
  expect(sent).toEqual(['dubois']);
});

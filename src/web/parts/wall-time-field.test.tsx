import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { Instant } from '#domain/time.ts';
import { WallTimeField } from './wall-time-field.tsx';

const boston = 'America/New_York';
let chosen: Instant | null;

function Form() {
  const [value, setValue] = useState<Instant | null>(null);
  chosen = value;
  return <WallTimeField label="Opened at" value={value} zone={boston} onValueChange={setValue} />;
}

const type = (wall: string) => {
  render(<Form />);
  fireEvent.change(screen.getByLabelText('Opened at'), { target: { value: wall } });
};

it('a time that comes once is taken without a question', () => {
  type('2026-10-31T01:30');
  expect(chosen).toBe('2026-10-31T05:30:00.000Z');
  expect(screen.queryByRole('checkbox')).toBeNull();
});

it('in the hour that comes twice it asks which of the two is meant', () => {
  type('2026-11-01T01:30');
  expect(chosen).toBe('2026-11-01T05:30:00.000Z');
  fireEvent.click(screen.getByRole('checkbox', { name: /the second 01:30/ }));
  expect(chosen).toBe('2026-11-01T06:30:00.000Z');
  fireEvent.click(screen.getByRole('checkbox', { name: /the second 01:30/ }));
  expect(chosen).toBe('2026-11-01T05:30:00.000Z');
});

it('a time the clocks jump over is told and not replaced by another one', () => {
  type('2026-03-08T02:30');
  expect(chosen).toBeNull();
  expect(screen.getByText('The clocks jump over 02:30 on this day. Choose a later time.')).toBeTruthy();
  expect((screen.getByLabelText('Opened at') as HTMLInputElement).value).toBe('2026-03-08T02:30');
  fireEvent.change(screen.getByLabelText('Opened at'), { target: { value: '2026-03-08T03:30' } });
  expect(chosen).toBe('2026-03-08T07:30:00.000Z');
});

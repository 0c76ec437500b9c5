import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AppointmentRow } from '#contract/job.ts';
import { renderInOffice } from '../../parts/render-in-office.fixture.tsx';
import { AppointmentsBulk } from './appointments-bulk.tsx';

const visit = (id: number, day: string) =>
  ({
    id,
    start: `${day}T15:00:00.000Z`,
    end: `${day}T16:00:00.000Z`,
    windowStart: null,
    windowEnd: null,
    timeZone: 'America/New_York',
  }) as unknown as AppointmentRow;

const askFor = (day: string, ...visits: AppointmentRow[]) => {
  renderInOffice(<AppointmentsBulk selected={visits} onDone={() => {}} onUndo={() => {}} />);
  fireEvent.click(screen.getByRole('button', { name: 'Move…' }));
  fireEvent.change(screen.getByLabelText(/^Day/), { target: { value: day } });
};
const look = () => screen.getByRole('button', { name: 'Look what would happen' });

it('a move to the day the visits are on has nothing to look at, and says so', () => {
  askFor('2026-11-23', visit(1, '2026-11-23'), visit(2, '2026-11-23'));
  expect(screen.getByText('Nothing to move: all 2 are on that day already.', { selector: 'p' })).toBeTruthy();
  expect(look().getAttribute('aria-disabled')).toBe('true');
});

it('of several visits those on that day already are left out and counted', () => {
  askFor('2026-11-23', visit(1, '2026-11-23'), visit(2, '2026-11-24'), visit(3, '2026-11-25'));
  expect(screen.getByText('1 of the 3 is on that day already and stays.')).toBeTruthy();
  expect(look().getAttribute('aria-disabled')).not.toBe('true');
});

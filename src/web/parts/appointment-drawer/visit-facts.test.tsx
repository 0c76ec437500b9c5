import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AppointmentView } from '#contract/job.ts';
import { VisitTimes } from './visit-facts.tsx';

const visit = (start: string, end: string) =>
  ({ start, end, windowStart: null, windowEnd: null }) as unknown as AppointmentView;

it.each([
  ['in spring', '2027-03-14T05:30:00.000Z', '2027-03-14T08:30:00.000Z', 'EST to EDT, the clocks change: 3 h'],
  ['in autumn', '2026-11-01T04:30:00.000Z', '2026-11-01T08:30:00.000Z', 'EDT to EST, the clocks change: 4 h'],
  ['on any other night', '2026-11-03T05:30:00.000Z', '2026-11-03T08:30:00.000Z', 'EST'],
])('a visit over the night %s says how long it really is', (_night, start, end, words) => {
  render(<VisitTimes visit={visit(start, end)} zone="America/New_York" />);
  expect(screen.getByText(words)).toBeTruthy();
});

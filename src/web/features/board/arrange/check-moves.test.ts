import { expect, it } from 'vitest';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, utc, visit } from '../day/example-index.ts';
import { checkMoves } from './check-moves.ts';

const WORDING = { zone: 'UTC', technicianName: (id: number) => ['', 'Ana', 'Sam'][id] };
const promised = visit(1, '09:00', '10:00', {
  assignments: [assigned(10, 1)],
  windowStart: utc('08:00'),
  windowEnd: utc('10:00'),
});
const sent = visit(2, '11:00', '12:00', {
  status: 'Dispatched',
  assignments: [assigned(20, 2, { status: 'Dispatched' })],
});
const index = indexDay(null, dayOf([promised, sent]), SETUP);
const parked = (id: number, from: string, to: string) => ({
  appointmentId: id,
  start: utc(from),
  end: utc(to),
  technicians: [],
  holdingLaneId: 71,
});

it('several parked at their own times: nobody’s time is asked, and who is on the way would be called back', () => {
  const checked = checkMoves(index, [parked(1, '09:00', '10:00'), parked(2, '11:00', '12:00')], WORDING);
  expect(checked).toMatchObject({ severity: 'soft', hardLines: 0, conflicts: [] });
  expect(checked.lines).toEqual(['#1002 Maria Lopez: Sam would be called back.']);
});

it('a window that would be missed in the lane is said, with the visit', () => {
  const { severity, lines } = checkMoves(index, [parked(1, '14:00', '15:00')], WORDING);
  expect([severity, lines]).toEqual(['soft', ['#1001 Maria Lopez: 4 h after the arrival window.']]);
});

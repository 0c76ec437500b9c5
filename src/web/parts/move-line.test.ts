import { expect, test } from 'vitest';
import type { Move } from '#contract/moves.ts';
import { instant } from '#domain/time.ts';
import { subjectText, wayText } from './move-line.tsx';

const ZONE = 'America/New_York';
const place = (from: string, to: string, ...names: string[]): Move['after'] => ({
  start: instant(`2026-11-${from}Z`),
  end: instant(`2026-11-${to}Z`),
  status: 'Scheduled',
  active: true,
  technicians: names.map((name, at) => ({ id: at + 1, name })),
  holdingLane: null,
});
const move = (before: Move['before'], after: Move['after']): Move => ({
  operationId: 1,
  at: instant('2026-11-21T12:00Z'),
  actorId: 1,
  actorName: 'Ana Ruiz',
  channel: 'browser',
  verb: 'appointment.reassigned',
  reason: null,
  undone: false,
  subject: { kind: 'appointment', id: 1, number: 1, jobId: 1, jobNumber: 1042, customerName: 'Maria Lopez' },
  fields: [],
  before,
  after,
});
const nine = place('21T14:00', '21T15:00', 'Sam');
const eleven = place('21T16:00', '21T17:00', 'Priya');

test('a move on one day tells who and when on both sides', () => {
  expect(wayText(move(nine, eleven), ZONE)).toBe('Sam 9:00–10:00 → Priya 11:00–12:00');
});
test('a move to another day tells the days', () => {
  const monday = place('23T14:00', '23T15:00');
  expect(wayText(move(nine, monday), ZONE)).toBe('Sam Sat 21 Nov 9:00–10:00 → nobody Mon 23 Nov 9:00–10:00');
});
test('a parked visit is told by its lane', () => {
  const parked = { ...place('21T16:00', '21T17:00'), holdingLane: 'North, waiting' };
  expect(wayText(move(nine, parked), ZONE)).toBe('Sam 9:00–10:00 → North, waiting 11:00–12:00');
});
test('a booking tells where it was put, a deletion that it was taken away', () => {
  expect(wayText(move(null, nine), ZONE)).toBe('Sam Sat 21 Nov 9:00–10:00');
  expect(wayText(move(nine, { ...nine, active: false }), ZONE)).toBe('Sam 9:00–10:00 → taken away');
});
test('a change of the status alone tells both', () => {
  const held = { ...nine, status: 'Hold' };
  expect(wayText(move(nine, held), ZONE)).toBe('Sam 9:00–10:00, scheduled → Sam 9:00–10:00, on hold');
});
test('a second visit is named with its number, an absence by its label', () => {
  const { subject, ...rest } = move(null, nine);
  expect(subjectText({ ...rest, subject })).toBe('#1042 Maria Lopez');
  expect(subjectText({ ...rest, subject: { ...subject, number: 2 } as Move['subject'] })).toBe(
    '#1042-2 Maria Lopez',
  );
  expect(subjectText({ ...rest, subject: { kind: 'timeOff', id: 3, label: 'Ill' } })).toBe('Ill');
  expect(subjectText({ ...rest, subject: { kind: 'shift', id: 3, label: '' } })).toBe('shift');
});

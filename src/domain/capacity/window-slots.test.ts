import { expect, test } from 'vitest';
import { at, makeAppointment, makeCard, makeJob } from '../job/card.fixture.ts';
import { promisedAnew, slotChanges } from './window-slots.ts';

const waiting = makeCard({ assignments: [] });
const [window] = waiting.appointments.map(({ windowStart, windowEnd }) => ({ windowStart, windowEnd }));
const place = { businessUnitId: 21, ...window, visits: 1, minutes: 120 };

test('a visit booked without a technician takes a place of its window', () => {
  expect(slotChanges([{ before: null, after: waiting }])).toEqual([place]);
});

test('one with a technician, without a window, on hold or deleted takes none', () => {
  for (const card of [
    makeCard(),
    makeCard({ assignments: [], appointments: [makeAppointment({ windowStart: null, windowEnd: null })] }),
    makeCard({
      assignments: [],
      appointments: [makeAppointment({ hold: { reasonId: 1, memo: '', by: 1, at: at(8) } })],
    }),
    makeCard({ assignments: [], appointments: [makeAppointment({ active: false })] }),
  ]) {
    expect(slotChanges([{ before: null, after: card }])).toEqual([]);
  }
});

test('a visit that moves gives its place back and takes another; one that stays changes nothing', () => {
  const later = makeCard({
    assignments: [],
    appointments: [makeAppointment({ windowStart: at(13), windowEnd: at(15) })],
  });
  expect(slotChanges([{ before: waiting, after: later }])).toEqual([
    { ...place, visits: -1, minutes: -120 },
    { ...place, windowStart: at(13), windowEnd: at(15) },
  ]);
  expect(slotChanges([{ before: waiting, after: waiting }])).toEqual([]);
});

test('a job given to another business unit takes its place there', () => {
  const moved = makeCard({ assignments: [], job: makeJob({ businessUnitId: 22 }) });
  expect(
    slotChanges([{ before: waiting, after: moved }]).map((one) => [one.businessUnitId, one.visits]),
  ).toEqual([
    [21, -1],
    [22, 1],
  ]);
});

test('several cards of one command are summed per window, in one order', () => {
  expect(
    slotChanges([
      { before: null, after: waiting },
      { before: null, after: waiting },
    ]),
  ).toEqual([{ ...place, visits: 2, minutes: 240 }]);
});

test('moved into another window, added, or brought back, a waiting visit is promised a place anew', () => {
  const moved = makeAppointment({ windowStart: at(13), windowEnd: at(15) });
  const another = makeAppointment({ id: 99, number: 2 });
  const asked = (before: typeof waiting, after: typeof waiting) =>
    promisedAnew(before, after).map(({ visit, slot }) => [visit.id, slot.windowStart]);
  const [first] = waiting.appointments;
  const deleted = { ...waiting, appointments: [{ ...first!, active: false }] };
  expect(asked(waiting, { ...waiting, appointments: [moved] })).toEqual([[moved.id, at(13)]]);
  expect(asked(waiting, { ...waiting, appointments: [first!, another] })).toEqual([[99, first!.windowStart]]);
  expect(asked(deleted, waiting)).toEqual([[first!.id, first!.windowStart]]);
});

test('who loses the technician, comes off hold, moves within the window or goes to another unit keeps the old promise', () => {
  const [first] = waiting.appointments;
  const hold = { reasonId: 1, memo: '', by: 1, at: at(8) };
  for (const before of [
    makeCard(),
    { ...waiting, appointments: [{ ...first!, hold, status: 'Hold' as const }] },
    { ...waiting, appointments: [{ ...first!, start: at(9), end: at(10) }] },
    makeCard({ assignments: [], job: makeJob({ businessUnitId: 22 }) }),
  ]) {
    expect(promisedAnew(before, waiting)).toEqual([]);
  }
});

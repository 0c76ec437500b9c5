import { expect, test } from 'vitest';
import { instant } from '../time.ts';
import { type PartsFacts, type PartsOrder, type PartsVisit, partsInSince } from './parts-in.ts';

const at = (day: number) => instant(`2026-11-${day}T15:00:00.000Z`);
const came = (day: number): PartsOrder => ({ status: 'Received', received: at(day) });
const visit = (more: Partial<PartsVisit> = {}): PartsVisit => ({
  status: 'Hold',
  start: at(11),
  bookedOn: at(10),
  isStaffed: true,
  ...more,
});
const since = (more: Partial<PartsFacts> = {}) =>
  partsInSince({ jobStatus: 'Hold', orders: [came(20)], visits: [visit()], seenOn: null, ...more });

test.each<[string, Partial<PartsFacts>, number | null]>([
  ['all of its one order came', {}, 20],
  ['all of several orders came: since the last', { orders: [came(18), came(20), came(19)] }, 20],
  ['it is in the books by now', { orders: [{ status: 'Exported', received: at(20) }] }, 20],
  ['no order at all', { orders: [] }, null],
  ['one is not sent yet', { orders: [came(20), { status: 'Pending', received: null }] }, null],
  ['one is on its way', { orders: [came(20), { status: 'Sent', received: null }] }, null],
  ['half of it came', { orders: [{ status: 'PartiallyReceived', received: null }] }, null],
  ['another was canceled', { orders: [came(20), { status: 'Canceled', received: null }] }, 20],
  ['all were canceled', { orders: [{ status: 'Canceled', received: null }] }, null],
  ['the job is done', { jobStatus: 'Completed' }, null],
  ['the job is canceled', { jobStatus: 'Canceled' }, null],
  ['somebody has seen it', { seenOn: at(20) }, null],
  ['more came since somebody saw it', { seenOn: at(19) }, 20],
  ['a visit was booked since', { visits: [visit(), visit({ status: 'Scheduled', bookedOn: at(21) })] }, null],
  ['the visit booked since was canceled', { visits: [visit({ status: 'Canceled', bookedOn: at(21) })] }, 20],
  [
    'the return was planned before they came',
    { visits: [visit({ status: 'Scheduled', start: at(25) })] },
    null,
  ],
  [
    'nobody is to go to it',
    { visits: [visit({ status: 'Scheduled', start: at(25), isStaffed: false })] },
    20,
  ],
  ['it stands on hold', { visits: [visit({ start: at(25) })] }, 20],
])('parts in: %s', (_, facts, day) => {
  expect(since(facts)).toBe(day === null ? null : at(day));
});

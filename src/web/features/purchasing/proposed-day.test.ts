import { expect, it } from 'vitest';
import type { SetupRecords } from '#contract/setup-record.ts';
import type { Day } from '#domain/time.ts';
import { followingDay, proposedDay } from './proposed-day.ts';

const types = {
  items: [
    { id: 1, active: true, values: { name: 'Stock', requiredInDays: 3, skipWeekends: true } },
    { id: 2, active: true, values: { name: 'Rush', requiredInDays: 1, skipWeekends: false } },
  ],
} as unknown as SetupRecords;
const friday = '2026-11-20' as Day;
const now = { typeId: 1, date: friday, requiredOn: '2026-11-25' as Day };

it('an order’s type proposes the day its goods are needed, over the weekend', () => {
  expect(proposedDay(types, 1, friday)).toBe('2026-11-25');
  expect(proposedDay(undefined, 1, friday)).toBeNull();
});

it('another type or day moves the day it proposed, and leaves one that somebody chose', () => {
  expect(followingDay(types, now, { typeId: 2 })).toEqual({ requiredOn: '2026-11-21' });
  expect(followingDay(types, now, { date: '2026-11-23' as Day })).toEqual({ requiredOn: '2026-11-26' });
  expect(followingDay(types, { ...now, requiredOn: '2026-12-24' as Day }, { typeId: 2 })).toEqual({});
});

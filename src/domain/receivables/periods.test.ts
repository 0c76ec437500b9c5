import { expect, test } from 'vitest';
import { day, instant } from '../time.ts';
import {
  decideClose,
  decidePeriods,
  decideReopen,
  monthsToMake,
  openFrom,
  type Period,
  refusalOnDay,
} from './periods.ts';

const closing = { by: 1, at: instant('2026-12-03T12:00:00.000Z'), reason: 'Filed' };
const month = (n: number, more: Partial<Period> = {}): Period => ({
  id: n,
  name: `Month ${n}`,
  startsOn: day(`2026-${String(n).padStart(2, '0')}-01`),
  endsOn: day(`2026-${String(n).padStart(2, '0')}-28`),
  closed: null,
  active: true,
  ...more,
});
const codeOf = (decided: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decided.ok ? null : decided.refusal.code;

test('the books are open from the day after the last that is closed; before it nothing is entered', () => {
  expect(openFrom([month(1), month(2)])).toBeNull();
  const open = openFrom([month(2, { closed: closing }), month(3), month(1, { closed: closing })]);
  expect(open).toBe('2026-03-01');
  expect(refusalOnDay(day('2026-02-28'), open)).toMatchObject({ code: 'period.day_closed' });
  expect(refusalOnDay(day('2026-03-01'), open)).toBeNull();
  expect(refusalOnDay(day('1999-01-01'), null)).toBeNull();
});

test('periods do not overlap, not by a day; one out of use is in nobody’s way', () => {
  const late = month(2, { startsOn: day('2026-01-28') });
  expect(decidePeriods([], [late, month(1)])).toMatchObject({
    refusal: { code: 'period.overlaps', params: { name: 'Month 2', other: 'Month 1' } },
  });
  expect(decidePeriods([], [month(1), { ...late, active: false }]).ok).toBe(true);
  expect(decidePeriods([], [month(2), month(1)]).ok).toBe(true);
});

test('a closed one keeps its days and stays, its name may change; nothing is put before it', () => {
  const closed = month(2, { closed: closing });
  expect(codeOf(decidePeriods([closed], [{ ...closed, endsOn: day('2026-02-20') }]))).toBe(
    'period.closed_already',
  );
  expect(codeOf(decidePeriods([closed], [{ ...closed, active: false }]))).toBe('period.closed_already');
  expect(decidePeriods([closed], [{ ...closed, name: 'February' }]).ok).toBe(true);
  expect(codeOf(decidePeriods([closed], [closed, month(1)]))).toBe('period.before_closed');
  expect(decidePeriods([closed], [closed, month(3)]).ok).toBe(true);
});

test('closing one closes all before it; what is not over yet is not closed', () => {
  const all = [
    ...[month(3), month(1, { closed: closing }), month(2), month(4)],
    month(1, { id: 9, active: false }),
  ];
  const decided = decideClose(all, all[0]!, day('2026-03-29'));
  expect(decided.ok && decided.value.map(({ id }) => id).sort()).toEqual([2, 3]);
  expect(codeOf(decideClose(all, all[0]!, day('2026-03-28')))).toBe('period.not_over');
  expect(codeOf(decideClose(all, all[1]!, day('2026-12-01')))).toBe('period.closed_already');
});

test('only the last closed one is opened again', () => {
  const [first, second, open] = [month(1, { closed: closing }), month(2, { closed: closing }), month(3)];
  const all = [second, open, first];
  expect(decideReopen(all, second).ok).toBe(true);
  expect(decideReopen(all, first)).toMatchObject({
    refusal: { code: 'period.not_last_closed', params: { last: 'Month 2' } },
  });
  expect(codeOf(decideReopen(all, open))).toBe('period.not_last_closed');
  expect(codeOf(decideReopen([open], open))).toBe('period.not_last_closed');
});

test('the months of a year are made where there are none, a leap year’s too', () => {
  const made = monthsToMake(2028, []);
  expect(made).toHaveLength(12);
  expect([made[0], made[1], made[11]]).toEqual([
    { name: 'January 2028', startsOn: '2028-01-01', endsOn: '2028-01-31' },
    { name: 'February 2028', startsOn: '2028-02-01', endsOn: '2028-02-29' },
    { name: 'December 2028', startsOn: '2028-12-01', endsOn: '2028-12-31' },
  ]);
  const names = (periods: Period[]) => monthsToMake(2026, periods).map(({ name }) => name);
  expect(names([month(2)])).not.toContain('February 2026');
  expect(names([month(2, { active: false })])).toHaveLength(12);
  expect(names([month(2, { closed: closing })])).toEqual(
    expect.not.arrayContaining(['January 2026', 'February 2026']),
  );
});

import { describe, expect, it } from 'vitest';
import type { AppointmentView } from '#contract/job.ts';
import { msOf } from '#domain/time.ts';
import { barsOf, sameBar } from './bars.ts';
import { indexDay } from './day-index.ts';
import { assigned, dayOf, SETUP, utc, visit } from './example-index.ts';
import { loadOf } from './lane-heads.ts';

const laneOf = (visits: AppointmentView[], busy = dayOf([]).busy) => {
  const index = indexDay(null, { ...dayOf(visits), busy }, SETUP);
  return { index, lane: index.lanes.get(1)! };
};
const bars = (visits: AppointmentView[], now = '08:00', busy = dayOf([]).busy) => {
  const { index, lane } = laneOf(visits, busy);
  return barsOf(lane, { index, now: utc(now), isDimmed: () => false });
};

describe('a visit as a bar', () => {
  it('ends when its technician was done early: the rest of the time is free', () => {
    const done = visit(1, '09:00', '11:00', {
      status: 'Done',
      assignments: [assigned(10, 1, { status: 'Done', doneOn: utc('10:15') })],
    });
    expect(bars([done])).toMatchObject([{ status: 'done', end: msOf(utc('10:15')) }]);
    expect(Math.round(loadOf(laneOf([done]).lane)!)).toBe(14);
  });

  it('says when its technician really was there, until now while they are', () => {
    const there = (arrivedOn: string, doneOn: string | null) =>
      visit(1, '09:00', '11:00', {
        status: doneOn ? 'Done' : 'Working',
        assignments: [
          assigned(10, 1, {
            status: doneOn ? 'Done' : 'Working',
            arrivedOn: utc(arrivedOn),
            doneOn: doneOn ? utc(doneOn) : null,
          }),
        ],
      });
    const worked = (of: AppointmentView, now: string) => bars([of], now)[0]!.worked;
    expect(worked(there('09:20', '11:40'), '12:00')).toEqual({
      start: msOf(utc('09:20')),
      end: msOf(utc('11:40')),
    });
    expect(worked(there('09:20', null), '10:00')).toEqual({
      start: msOf(utc('09:20')),
      end: msOf(utc('10:00')),
    });
    expect(worked(visit(1, '09:00', '11:00', { assignments: [assigned(10, 1)] }), '12:00')).toBeUndefined();
    const [then, later] = ['10:00', '10:01'].map((now) => bars([there('09:20', null)], now)[0]!);
    expect(sameBar(then!, later!)).toBe(false);
  });

  it('tells of a crew what concerns its own lane', () => {
    const crew = visit(1, '09:00', '11:00', {
      status: 'Working',
      assignments: [assigned(10, 1, { status: 'Dispatched' }), assigned(11, 2, { status: 'Working' })],
    });
    expect(bars([crew], '10:00')).toMatchObject([{ id: '1:1', status: 'dispatched' }]);
  });

  it('is late once the promised window is over and nobody is there', () => {
    const due = visit(1, '09:00', '10:00', {
      windowStart: utc('08:00'),
      windowEnd: utc('10:00'),
      assignments: [assigned(10, 1)],
    });
    expect(bars([due], '10:00')[0]!.flags.late).toBe(false);
    expect(bars([due], '10:01')[0]!.flags.late).toBe(true);
  });

  it('is paused, overridden or unconfirmed by a flag beside its status', () => {
    const one = visit(1, '09:00', '10:00', {
      status: 'Working',
      assignments: [
        assigned(10, 1, {
          status: 'Working',
          paused: true,
          override: { reason: 'Same house', by: 1, at: utc('08:00') },
        }),
      ],
    });
    const two = visit(2, '11:00', '12:00', { isConfirmed: false, assignments: [assigned(20, 1)] });
    expect(bars([one, two])).toMatchObject([
      { status: 'working', flags: { paused: true, overridden: true, unconfirmed: false } },
      { status: 'scheduled', flags: { paused: false, overridden: false, unconfirmed: true } },
    ]);
  });

  it('of another business unit takes the time and tells nothing', () => {
    const busy = [{ id: 70, appointmentId: 7, technicianId: 1, start: utc('09:00'), end: utc('10:00') }];
    const { lane } = laneOf([], busy);
    expect(bars([], '08:00', busy)).toMatchObject([
      { flags: { busy: true }, text: { type: '', customer: '', street: '', number: '' } },
    ]);
    expect(lane.taken).toHaveLength(1);
  });

  it('canceled is in no lane', () => {
    expect(
      bars([visit(1, '09:00', '10:00', { status: 'Canceled', assignments: [assigned(10, 1)] })]),
    ).toEqual([]);
  });
});

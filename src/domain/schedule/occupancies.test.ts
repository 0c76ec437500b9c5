import { describe, expect, test } from 'vitest';
import { at, BEN, give, having, makeCard, makeJob, SECOND_VISIT, VISIT } from '../job/card.fixture.ts';
import type { JobCard } from '../job/job-card.ts';
import { occupanciesOf } from './occupancies.ts';

const two = having(makeCard(), give.addVisit(), give.assign(BEN, SECOND_VISIT));
const taken = (card: JobCard) =>
  occupanciesOf(card).map(({ technicianId, start, end }) => [technicianId, start, end]);

describe('the time a job takes of its technicians', () => {
  test('is the planned time of every visit they are assigned to', () => {
    expect(occupanciesOf(two)).toEqual([
      { kind: 'assignment', sourceId: 101, technicianId: 1, start: at(9), end: at(11), overridden: false },
      {
        kind: 'assignment',
        sourceId: 1202,
        technicianId: BEN,
        start: at(13),
        end: at(15),
        overridden: false,
      },
    ]);
  });

  test('stays the planned time while somebody is on the way, at work or late', () => {
    for (const commands of [
      [give.dispatch()],
      [give.arrive(12)],
      [give.arrive(), give.pause(20)],
      [give.arrive(), give.pause(9.5), give.resumeWork(10)],
    ]) {
      expect(taken(having(two, ...commands))[0]).toEqual([1, at(9), at(11)]);
    }
  });

  test('ends when the technician leaves early; leaving late takes no more than was planned', () => {
    expect(taken(having(two, give.arrive(9), give.leave(10)))[0]).toEqual([1, at(9), at(10)]);
    expect(taken(having(two, give.arrive(9), give.leave(14)))[0]).toEqual([1, at(9), at(11)]);
  });

  describe('of a technician who left to come back another time', () => {
    const left = having(two, give.arrive(9), give.leaveForNow(10));
    const moved = (start: number) =>
      ({ type: 'reschedule', appointmentId: VISIT, start: at(start), end: at(start + 2) }) as const;

    test('is only what was worked: the rest of the day is free again', () => {
      expect(taken(left)[0]).toEqual([1, at(9), at(10)]);
      expect(taken(having(left, give.dispatch(10.5)))[0]).toEqual([1, at(9), at(10)]);
      expect(taken(having(two, give.arrive(9), give.leaveForNow(12)))[0]).toEqual([1, at(9), at(11)]);
    });

    test('is the new plan once the visit is moved to a later time', () => {
      expect(taken(having(left, moved(33)))[0]).toEqual([1, at(33), at(35)]);
      expect(taken(having(left, moved(33), give.arrive(33.5)))[0]).toEqual([1, at(33.5), at(35)]);
    });

    test('is still the plan when they left before it began', () => {
      expect(taken(having(two, give.arrive(8), give.leaveForNow(8.5)))[0]).toEqual([1, at(9), at(11)]);
    });

    test('is what is left of the plan when they are back in time, and none when they are back after it', () => {
      const back = having(left, give.arrive(10.5));
      expect(taken(back)[0]).toEqual([1, at(10.5), at(11)]);
      expect(taken(having(back, give.pause(10.75)))[0]).toEqual([1, at(10.5), at(11)]);
      expect(taken(having(back, give.leave(10.75)))[0]).toEqual([1, at(10.5), at(10.75)]);
      expect(taken(having(back, give.leaveForNow(10.75)))[0]).toEqual([1, at(10.5), at(10.75)]);
      expect(taken(having(left, give.arrive(12)))).toEqual([[BEN, at(13), at(15)]]);
    });
  });

  test('is none for a visit finished before it was to start', () => {
    expect(taken(having(two, give.arrive(8), give.leave(9)))).toHaveLength(1);
  });

  test('is none while on hold, and the same again when released', () => {
    const held = having(two, give.holdVisit());
    expect(taken(held)).toEqual([[BEN, at(13), at(15)]]);
    expect(taken(having(held, give.release()))).toEqual(taken(two));
    expect(taken(having(two, give.hold()))).toEqual([]);
  });

  test('is none once the job is canceled, even of those who were done', () => {
    expect(taken(having(two, give.arrive(9), give.leave(10), give.cancel()))).toEqual([]);
    expect(taken(having(two, give.cancel(), give.removeCancellation()))).toEqual(taken(two));
  });

  test('is only what was worked once the job is completed', () => {
    expect(taken(having(two, give.arrive(9), give.complete(10)))).toEqual([[1, at(9), at(10)]]);
  });

  test('is none of a deleted visit or an unassigned technician', () => {
    expect(taken(having(two, give.remove(SECOND_VISIT), give.unassign()))).toEqual([]);
  });

  test('says when it was taken by an override', () => {
    const override = { reason: 'emergency', by: 9, at: at(8) };
    const [assignment] = makeCard().assignments;
    const card = makeCard({
      job: makeJob(),
      assignments: [{ ...assignment!, override, appointmentId: VISIT }],
    });
    expect(occupanciesOf(card)[0]?.overridden).toBe(true);
  });
});

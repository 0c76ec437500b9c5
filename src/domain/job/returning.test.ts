import { describe, expect, test } from 'vitest';
import { at, BEN, give, having, makeCard, SECOND_VISIT, VISIT } from './card.fixture.ts';
import { returnRefusal, visitsToPlanAnew } from './returning.ts';

const canceled = having(makeCard(), give.cancel());
const later = at(12);
const leftOf = (card: typeof canceled, now = later) => visitsToPlanAnew(card, now).map(({ id }) => id);

describe('a job whose cancellation is removed', () => {
  test('has its visit back where it was while its time is not over', () => {
    expect(leftOf(canceled, at(10))).toEqual([]);
    expect(returnRefusal(canceled, [], at(10))).toBeNull();
  });

  test('needs a new time for a visit that is over, and says which', () => {
    expect(leftOf(canceled)).toEqual([VISIT]);
    expect(returnRefusal(canceled, [], later)).toEqual({
      code: 'job.visits_past',
      params: { appointmentIds: [VISIT], end: at(11) },
    });
  });

  test('takes no new time that is over as well', () => {
    const given = (end: typeof later) => [{ appointmentId: VISIT, end }];
    expect(returnRefusal(canceled, given(at(12)), later)?.code).toBe('job.visits_past');
    expect(returnRefusal(canceled, given(at(14)), later)).toBeNull();
  });

  test('asks for the visit that is over only, not for the one ahead', () => {
    const two = having(makeCard(), give.addVisit(), give.assign(BEN, SECOND_VISIT), give.cancel());
    expect(leftOf(two)).toEqual([VISIT]);
    const both = [VISIT, SECOND_VISIT].map((appointmentId) => ({ appointmentId, end: at(20) }));
    expect(returnRefusal(two, both, later)).toEqual({
      code: 'job.visit_keeps_time',
      params: { appointmentId: SECOND_VISIT },
    });
    expect(leftOf(two, at(16))).toEqual([VISIT, SECOND_VISIT]);
  });

  test('keeps a visit in the past where somebody worked, done or to come back', () => {
    const card = having(makeCard(), give.addVisit());
    for (const leave of [give.leave(), give.leaveForNow()]) {
      const worked = having(card, give.arrive(), leave, give.cancel());
      expect(leftOf(worked, at(16))).toEqual([SECOND_VISIT]);
    }
  });

  test('asks nothing for a visit that was deleted', () => {
    const card = having(makeCard(), give.addVisit(), give.remove(), give.cancel());
    expect(leftOf(card)).toEqual([]);
  });
});

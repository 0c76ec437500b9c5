import { describe, expect, it } from 'vitest';
import { BEN, hour, NEWARK, takes } from '../guards.fixture.ts';
import { shortlist, suggest } from './suggest.ts';
import { dayOf, lane, meeting, off, told, wanted } from './suggestions.fixture.ts';

const ranked = (...question: Parameters<typeof suggest>) => suggest(...question).map(told);

describe('where a visit is suggested', () => {
  it('at the start of its window, to whoever has the shortest drive there', () => {
    const far = { ...lane({ id: BEN }), home: NEWARK };
    expect(ranked(dayOf([far, lane()]), wanted())).toEqual(['1 08:00 drive 0 = 0', '2 08:00 drive 27 = 27']);
  });

  it('after the visit before and the drive from there, on the quarter hour', () => {
    const busy = lane({}, [takes(11, 7, 9)], { 11: NEWARK });
    // 9:00, 27 minutes' drive, 9:30: an hour and a half after the window began
    expect(ranked(dayOf([busy]), wanted())).toEqual(['1 09:30 drive 27, wait 9 = 36']);
  });

  it('only where the drive to the next visit fits, too', () => {
    const busy = lane({}, [takes(11, 9.25, 11)], { 11: NEWARK });
    expect(ranked(dayOf([busy]), wanted())).toEqual([]);
    const later = lane({}, [takes(11, 9.5, 11)], { 11: NEWARK });
    expect(ranked(dayOf([later]), wanted())).toEqual(['1 08:00 drive 0 = 0']);
  });

  it('with what the round grows by, not with the whole drive', () => {
    const round = lane({}, [takes(11, 7, 8), takes(12, 10, 11)], { 11: NEWARK, 12: NEWARK });
    expect(ranked(dayOf([round]), wanted())).toEqual(['1 08:30 drive 54, wait 3 = 57']);
  });

  it('past a meeting and an absence, and after the last visit of the day', () => {
    const busy = lane({}, [off(7, 9), meeting(10, 15), takes(11, 15, 16)]);
    const any = wanted({ windowStart: null, windowEnd: null });
    expect(ranked(dayOf([busy]), any)).toEqual([
      '1 09:00 drive 0, askAgain 15 = 15',
      '1 16:00 drive 0, askAgain 15 = 15',
    ]);
  });

  it('up to an hour late, each minute counted three times, and never later', () => {
    const busy = lane({}, [takes(11, 7, 10.5)]);
    expect(ranked(dayOf([busy]), wanted())).toEqual(['1 10:30 drive 0, late 90, wait 15, askAgain 15 = 120']);
    expect(ranked(dayOf([lane({}, [takes(11, 7, 11.25)])]), wanted())).toEqual([]);
  });

  it('begun within a shift, its overtime counted twice', () => {
    const evening = wanted({ windowStart: hour(16.5), windowEnd: hour(18) });
    expect(ranked(dayOf([lane()]), evening)).toEqual(['1 16:30 drive 0, overtime 60 = 60']);
    expect(ranked(dayOf([lane()], { now: hour(17) }), evening)).toEqual([]);
    expect(ranked(dayOf([lane({ shifts: [] })]), wanted())).toEqual([]);
  });

  it('never before now, nor to somebody who lacks a skill or is not active', () => {
    const lacking = lane({ id: BEN });
    const gone = lane({ id: 3, active: false, skillIds: [5] });
    const gas = wanted({ skillIds: [5] });
    expect(ranked(dayOf([lane({ skillIds: [5] }), lacking, gone], { now: hour(9.1) }), gas)).toEqual([
      '1 09:15 drive 0, wait 8 = 8',
    ]);
  });

  it('says what another zone or unit, an unconfirmed customer and an unknown drive cost', () => {
    const nowhere = { latitude: null, longitude: null };
    const elsewhere = { ...lane({ zoneIds: [2] }), home: nowhere, businessUnitId: 2 };
    expect(ranked(dayOf([elsewhere]), wanted({ zoneId: 3, isConfirmed: false }))).toEqual([
      '1 08:00 unknownDrive 20, otherZone 30, otherUnit 30, call 5 = 85',
    ]);
  });

  it('without a window at the planned time, which the customer knows, or at another one', () => {
    const any = wanted({ windowStart: null, windowEnd: null, plannedStart: hour(13) });
    expect(ranked(dayOf([lane()]), any)).toEqual([
      '1 13:00 drive 0 = 0',
      '1 07:00 drive 0, askAgain 15 = 15',
    ]);
  });
});

it('the short list has the best of each technician, then their other places, the best first', () => {
  const any = wanted({ windowStart: null, windowEnd: null, isConfirmed: false });
  const far = { ...lane({ id: BEN }), home: NEWARK };
  const all = suggest(dayOf([lane({}, [takes(11, 9, 10)]), far]), any);
  expect(all.map(told)).toEqual([
    '1 07:00 drive 0, call 5 = 5',
    '1 08:00 drive 0, call 5 = 5',
    '1 10:00 drive 0, call 5 = 5',
    '2 07:00 drive 27, call 5 = 32',
    '2 08:00 drive 27, call 5 = 32',
  ]);
  expect(shortlist(all, 3)).toEqual([all[0], all[1], all[3]]);
});

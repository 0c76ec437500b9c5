import { describe, expect, test } from 'vitest';
import {
  ask,
  at,
  COOLING,
  GAS,
  HVAC,
  PLUMBING,
  question,
  rule,
  SOUTH,
  span,
  technician,
  waits,
  window,
} from './capacity.fixture.ts';
import { type CapacityQuestion, windowCapacities } from './window-capacity.ts';

const first = (changes: Partial<CapacityQuestion> = {}) => windowCapacities(question(changes))[0]!;
const why = (changes: Partial<CapacityQuestion>) => first(changes).closed;

describe('a window is open', () => {
  test('when somebody with the skill, in the zone and on shift has time for the visit', () => {
    expect(first()).toMatchObject({
      closed: null,
      able: [{ technicianId: 21, start: at('08:00') }],
      capacityMinutes: 120,
      freeMinutes: 120,
      percentFull: 0,
      waiting: 0,
      isOverbooked: false,
    });
  });

  test('as long as the visit can begin in it; it may end after it', () => {
    const taken = [span('08:00-09:45')];
    expect(first({ technicians: [technician({ taken })] })).toMatchObject({
      closed: null,
      able: [{ technicianId: 21, start: at('09:45') }],
      percentFull: 88,
    });
  });

  test('from the next quarter hour on once it has begun', () => {
    expect(first({ now: at('08:20') }).able).toEqual([{ technicianId: 21, start: at('08:30') }]);
  });

  test('to a technician without zones, who works anywhere, and when nobody knows the zone of the place', () => {
    expect(why({ ask: ask({ zoneId: SOUTH }), technicians: [technician({ zoneIds: [] })] })).toBeNull();
    expect(why({ ask: ask({ zoneId: null }) })).toBeNull();
  });

  test('in a company that keeps no roster: nothing is known, so nothing is refused', () => {
    expect(first({ technicians: [technician({ shifts: [] })] })).toMatchObject({
      closed: null,
      isUnplanned: true,
      percentFull: null,
      able: [],
    });
  });
});

describe('a closed window says why', () => {
  test('it is past', () => {
    expect(why({ now: at('09:50') })).toEqual({ code: 'past', params: {} });
  });

  test('nobody of the unit has the skill', () => {
    const reason = { code: 'noSkill', params: { skillIds: [COOLING, GAS] } };
    expect(why({ ask: ask({ skillIds: [COOLING, GAS] }) })).toEqual(reason);
    const elsewhere = technician({ id: 22, businessUnitId: PLUMBING, skillIds: [COOLING, GAS] });
    const left = technician({ id: 23, active: false, skillIds: [COOLING, GAS] });
    const technicians = [technician(), elsewhere, left];
    expect(why({ technicians, ask: ask({ skillIds: [COOLING, GAS] }) })).toEqual(reason);
  });

  test('nobody with the skill works in the zone', () => {
    expect(why({ ask: ask({ zoneId: SOUTH }) })).toEqual({
      code: 'zoneNotCovered',
      params: { zoneId: SOUTH },
    });
  });

  test('the business unit is closed that day', () => {
    const technicians = [technician({ shifts: [{ from: at('32:00'), to: at('40:00') }] })];
    expect(why({ technicians })).toEqual({ code: 'unitClosed', params: { businessUnitId: HVAC } });
  });

  test('nobody is on shift at that time', () => {
    const windows = [window('18:00-20:00'), window()];
    expect(why({ windows })).toEqual({ code: 'nobodyOnShift', params: {} });
  });

  test('those with the skill are not at work then', () => {
    const other = technician({ id: 22, skillIds: [] });
    const technicians = [technician({ shifts: [span('12:00-16:00')] }), other];
    expect(why({ technicians })).toEqual({ code: 'skillNotWorking', params: { skillIds: [COOLING] } });
  });

  test('no shift is long enough', () => {
    expect(why({ ask: ask({ minutes: 600 }) })).toEqual({ code: 'shiftTooShort', params: { minutes: 600 } });
  });

  test('all who could go are booked, or off, or promised to visits without a technician', () => {
    const both = [technician({ taken: [span('08:00-16:00')] }), technician({ id: 22 })];
    expect(why({ technicians: both, waiting: [waits({ minutes: 480 })] })).toEqual({
      code: 'full',
      params: { technicians: 2, waiting: 1 },
    });
  });

  test('what is left is held back, and for whom', () => {
    const rules = [
      rule({ reservePercent: 60 }),
      rule({ priority: 'Urgent' }),
      rule({ priority: 'High', reservePercent: 20 }),
    ];
    const technicians = [technician({ taken: [span('08:00-08:30')] })];
    expect(why({ rules, technicians })).toEqual({
      code: 'reserved',
      params: { percent: 60, priorities: ['High', 'Urgent'] },
    });
    expect(why({ rules, technicians, ask: ask({ priority: 'Urgent' }) })).toBeNull();
  });
});

describe('visits without a technician', () => {
  test('take the time of whoever can do the least else, so that a scarce skill stays free', () => {
    const technicians = [technician({ id: 21, skillIds: [COOLING, GAS] }), technician({ id: 22 })];
    const full = first({
      technicians,
      waiting: [waits({ minutes: 120 })],
      ask: ask({ skillIds: [GAS], minutes: 120 }),
    });
    expect(full.able).toEqual([{ technicianId: 21, start: at('08:00') }]);
  });

  test('of other hours that run into the window count too', () => {
    const early = waits({ window: span('08:00-10:00'), minutes: 240 });
    const [, second] = windowCapacities(
      question({ windows: [window(), window('10:00-12:00')], waiting: [early] }),
    );
    expect(second).toMatchObject({ waiting: 0, percentFull: 100, closed: { code: 'full' } });
  });

  test('of a zone nobody of this crew covers take none of its time', () => {
    expect(first({ waiting: [waits({ zoneId: SOUTH })] }).percentFull).toBe(0);
  });
});

describe('overbooking', () => {
  const rules = [rule({ overbookPercent: 100 })];
  const technicians = [technician({ taken: [span('08:00-16:00')] })];
  test('promises more than fits, and says so', () => {
    expect(first({ rules, technicians })).toMatchObject({ closed: null, isOverbooked: true, able: [] });
  });
  test('ends where the allowance ends: what waits beyond what fits uses it up', () => {
    expect(first({ rules, technicians, waiting: [waits()] }).closed).toMatchObject({ code: 'full' });
  });
  test('never opens a window in which nobody works', () => {
    expect(why({ rules, ask: ask({ zoneId: SOUTH }) })).toMatchObject({ code: 'zoneNotCovered' });
  });
});

test('time off and meetings take time like work does, and time taken twice is counted once', () => {
  const taken = [span('08:00-09:00'), span('08:30-09:30')];
  expect(first({ technicians: [technician({ taken })] })).toMatchObject({ freeMinutes: 30, percentFull: 75 });
});

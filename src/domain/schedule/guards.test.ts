import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, instant } from '../time.ts';
import type { AppointmentFacts, TechnicianFacts } from './facts.ts';
import { checkSchedule, type ScheduleQuestion } from './guards.ts';
import { OCCUPANCY_KINDS, type Occupancy } from './occupancy.ts';

const midnight = instant('2026-11-21T00:00:00Z');
const hour = (hours: number) => addMinutes(midnight, hours * 60);
const ANNA = 1;
const BEN = 2;
const technician = (changes: Partial<TechnicianFacts> = {}): TechnicianFacts => ({
  id: ANNA,
  active: true,
  skillIds: [],
  zoneIds: [],
  shifts: [{ start: hour(7), end: hour(17) }],
  ...changes,
});
const takes = (sourceId: number, from: number, to: number, changes: Partial<Occupancy> = {}): Occupancy => ({
  kind: 'assignment',
  sourceId,
  technicianId: ANNA,
  start: hour(from),
  end: hour(to),
  overridden: false,
  ...changes,
});
const DOWNTOWN = { latitude: 40.7128, longitude: -74.006 };
/** 13.4 km from downtown as the crow flies: 27 minutes by the default assumptions. */
const NEWARK = { latitude: 40.7357, longitude: -74.1614 };
const facts = (changes: Partial<AppointmentFacts> = {}): AppointmentFacts => ({
  appointmentId: 100,
  windowStart: null,
  windowEnd: null,
  skillIds: [],
  zoneId: null,
  isConfirmed: true,
  ...DOWNTOWN,
  ...changes,
});
const check = (question: Partial<ScheduleQuestion>) =>
  checkSchedule({ wanted: [], taken: [], technicians: [technician()], facts: new Map(), ...question });
const warningsOf = (wanted: Occupancy, of: Partial<AppointmentFacts>, more: Partial<ScheduleQuestion> = {}) =>
  check({ wanted: [wanted], facts: new Map([[wanted.sourceId, facts(of)]]), ...more }).soft;

describe('hard guards', () => {
  test('free time is free', () => {
    expect(check({ wanted: [takes(10, 9, 11)] })).toEqual({ hard: [], soft: [] });
  });

  test('an appointment right after another does not overlap it', () => {
    expect(check({ wanted: [takes(10, 9, 11)], taken: [takes(11, 8, 9), takes(12, 11, 12)] }).hard).toEqual(
      [],
    );
  });

  test.each([
    ['assignment', 'overlap'],
    ['timeOff', 'timeOff'],
    ['nonJobEvent', 'nonJobEvent'],
  ] as const)('time taken by %s is refused as %s and says which, when and how long', (kind, code) => {
    expect(check({ wanted: [takes(10, 9, 11)], taken: [takes(11, 10, 12, { kind })] }).hard).toEqual([
      {
        code,
        params: {
          technicianId: ANNA,
          sourceId: 10,
          otherSourceId: 11,
          start: hour(10),
          end: hour(12),
          overlapMinutes: 60,
        },
      },
    ]);
  });

  test('time taken by an override is taken all the same', () => {
    const taken = [takes(11, 10, 12, { overridden: true })];
    expect(check({ wanted: [takes(10, 9, 11)], taken }).hard).toHaveLength(1);
  });

  test('another technician’s time does not matter', () => {
    const taken = [takes(11, 9, 11, { technicianId: BEN })];
    expect(check({ wanted: [takes(10, 9, 11)], taken }).hard).toEqual([]);
  });

  test('an appointment moved within its own time is not in its own way', () => {
    expect(check({ wanted: [takes(10, 9, 11)], taken: [takes(10, 8, 10)] }).hard).toEqual([]);
  });

  test('time off with the same number as the appointment is still in the way', () => {
    const taken = [takes(10, 9, 10, { kind: 'timeOff' })];
    expect(check({ wanted: [takes(10, 9, 11)], taken }).hard).toHaveLength(1);
  });

  test('what a reassign gives back is free', () => {
    const question = { wanted: [takes(20, 9, 11)], taken: [takes(10, 8, 10)] };
    expect(check({ ...question, released: new Set([10]) }).hard).toEqual([]);
    expect(check(question).hard).toHaveLength(1);
  });

  test('two cards dropped on one lane at once are in each other’s way', () => {
    expect(check({ wanted: [takes(10, 9, 11), takes(11, 10, 12)] }).hard).toHaveLength(2);
  });

  test('two cards that change places are not', () => {
    const technicians = [technician(), technician({ id: BEN })];
    const wanted = [takes(10, 9, 11, { technicianId: BEN }), takes(11, 9, 11)];
    const taken = [takes(10, 9, 11), takes(11, 9, 11, { technicianId: BEN })];
    expect(check({ wanted, taken, technicians }).hard).toEqual([]);
  });

  test.each([
    ['inactive', [technician({ active: false })]],
    ['unknown', []],
  ])('an %s technician is refused', (_, technicians) => {
    expect(check({ wanted: [takes(10, 9, 11)], technicians }).hard).toMatchObject([
      { code: 'inactiveTechnician' },
    ]);
  });

  test('the conflicts found are those of a calendar filled minute by minute', () => {
    const ranges = fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom(...OCCUPANCY_KINDS),
        sourceId: fc.integer({ min: 1, max: 12 }),
        technicianId: fc.constantFrom(ANNA, BEN),
        from: fc.integer({ min: 0, max: 40 }),
        length: fc.integer({ min: 1, max: 20 }),
        overridden: fc.boolean(),
      }),
      { selector: ({ sourceId }) => sourceId, maxLength: 10 },
    );
    type Range = {
      kind: Occupancy['kind'];
      sourceId: number;
      technicianId: number;
      from: number;
      length: number;
    };
    const occupancy = ({ from, length, ...rest }: Range): Occupancy => ({
      ...rest,
      overridden: 'overridden' in rest && rest.overridden === true,
      start: addMinutes(midnight, from),
      end: addMinutes(midnight, from + length),
    });
    const commonMinutes = (a: Range, b: Range): number => {
      let common = 0;
      for (let minute = 0; minute < 60; minute++) {
        const isIn = ({ from, length }: Range) => minute >= from && minute < from + length;
        if (isIn(a) && isIn(b)) common++;
      }
      return common;
    };
    const codeOf = { assignment: 'overlap', timeOff: 'timeOff', nonJobEvent: 'nonJobEvent' } as const;
    const technicians = [technician(), technician({ id: BEN })];
    fc.assert(
      fc.property(ranges, ranges, (wanted, taken) => {
        const stays = taken.filter(
          (other) => !wanted.some((one) => one.kind === other.kind && one.sourceId === other.sourceId),
        );
        const expected = wanted.flatMap((one) =>
          [...stays, ...wanted].flatMap((other) => {
            const common =
              other === one || other.technicianId !== one.technicianId ? 0 : commonMinutes(one, other);
            return common > 0 ? [`${one.sourceId} ${codeOf[other.kind]} ${other.sourceId}: ${common}`] : [];
          }),
        );
        const { hard } = checkSchedule({
          wanted: wanted.map(occupancy),
          taken: taken.map(occupancy),
          technicians,
          facts: new Map(),
        });
        const found = hard.map(
          ({ code, params }) =>
            `${params.sourceId} ${code} ${params.otherSourceId}: ${params.overlapMinutes}`,
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });
});

describe('soft guards', () => {
  test('without facts about the appointment nothing soft is said', () => {
    expect(check({ wanted: [takes(10, 2, 3)] }).soft).toEqual([]);
  });

  test('an hour past the shift is an hour of overtime', () => {
    expect(warningsOf(takes(10, 16, 18), {})).toMatchObject([
      { code: 'outsideShift', params: { overtimeMinutes: 60 } },
    ]);
    expect(warningsOf(takes(10, 15, 17), {})).toEqual([]);
  });

  test('without a shift that day all of it is overtime', () => {
    const technicians = [technician({ shifts: [] })];
    expect(warningsOf(takes(10, 9, 11), {}, { technicians })).toMatchObject([
      { code: 'outsideShift', params: { overtimeMinutes: 120 } },
    ]);
  });

  test.each([
    [9, []],
    [10, []],
    [8.5, [-30]],
    [10.25, [15]],
  ])('with a window from 9 to 10, a start at %d misses it by %j minutes', (start, missed) => {
    const window = { windowStart: hour(9), windowEnd: hour(10) };
    const minutes = warningsOf(takes(10, start, 12), window).map(({ params }) => params.minutes);
    expect(minutes).toEqual(missed);
  });

  test('skills the technician lacks are named', () => {
    const technicians = [technician({ skillIds: [1, 3] })];
    expect(warningsOf(takes(10, 9, 11), { skillIds: [1, 2, 4] }, { technicians })).toMatchObject([
      { code: 'missingSkill', params: { skillIds: [2, 4] } },
    ]);
  });

  test('another zone is said; a technician without zones works anywhere', () => {
    const warnings = (zoneIds: number[], zoneId: number | null) =>
      warningsOf(takes(10, 9, 11), { zoneId }, { technicians: [technician({ zoneIds })] });
    expect(warnings([1, 2], 3)).toMatchObject([{ code: 'otherZone', params: { zoneId: 3 } }]);
    expect(warnings([1, 2], 2)).toEqual([]);
    expect(warnings([1, 2], null)).toEqual([]);
    expect(warnings([], 3)).toEqual([]);
  });

  test('a customer who has not confirmed is said', () => {
    expect(warningsOf(takes(10, 9, 11), { isConfirmed: false })).toMatchObject([{ code: 'unconfirmed' }]);
  });
});

describe('the drives between', () => {
  const round = (
    wanted: Occupancy,
    taken: readonly Occupancy[],
    places: Record<number, Partial<AppointmentFacts>>,
  ) =>
    check({
      wanted: [wanted],
      taken,
      facts: new Map(Object.entries(places).map(([id, place]) => [Number(id), facts(place)])),
    }).soft;

  test('a quarter of an hour is too short from Newark downtown', () => {
    expect(round(takes(10, 9.25, 10), [takes(9, 8, 9)], { 10: DOWNTOWN, 9: NEWARK })).toEqual([
      {
        code: 'travelTooShort',
        params: {
          technicianId: ANNA,
          sourceId: 10,
          fromSourceId: 9,
          toSourceId: 10,
          gapMinutes: 15,
          travelMinutes: 27,
          isKnown: true,
        },
      },
    ]);
    expect(round(takes(10, 9.5, 10), [takes(9, 8, 9)], { 10: DOWNTOWN, 9: NEWARK })).toEqual([]);
  });

  test('the drive to the next one counts as well', () => {
    const found = round(takes(10, 9, 10), [takes(11, 10.25, 11)], { 10: DOWNTOWN, 11: NEWARK });
    expect(found).toMatchObject([{ code: 'travelTooShort', params: { fromSourceId: 10, toSourceId: 11 } }]);
  });

  test('an unknown place is said to be unknown and counted with twenty minutes', () => {
    const places = { 10: DOWNTOWN, 9: { latitude: null, longitude: null } };
    expect(round(takes(10, 9.25, 10), [takes(9, 8, 9)], places)).toMatchObject([
      { code: 'travelTooShort', params: { travelMinutes: 20, isKnown: false } },
      { code: 'travelUnknown', params: { countedMinutes: 20 } },
    ]);
    expect(round(takes(10, 9.5, 10), [takes(9, 8, 9)], places)).toMatchObject([{ code: 'travelUnknown' }]);
  });

  test('only the neighbours count: a far job two stops before does not', () => {
    const taken = [takes(8, 7, 8), takes(9, 8, 9)];
    expect(round(takes(10, 9, 10), taken, { 10: DOWNTOWN, 9: DOWNTOWN, 8: NEWARK })).toEqual([]);
  });

  test('a job of the evening before is not driven from', () => {
    const yesterday = takes(9, -8, -6);
    const places = { 10: DOWNTOWN, 9: { latitude: null, longitude: null } };
    expect(round(takes(10, 8, 10), [yesterday], places)).toEqual([]);
  });

  test('a longer job pushes the next ones, and those that miss their window are named', () => {
    const taken = [takes(11, 10, 11), takes(12, 11, 12), takes(13, 14, 15)];
    const window = (end: number) => ({ windowStart: hour(end - 1), windowEnd: hour(end) });
    const found = round(takes(10, 9, 10.75), taken, {
      10: {},
      11: window(10.5),
      12: window(11.5),
      13: window(14.5),
    }).filter(({ code }) => code === 'pushesPastWindow');
    expect(found.map(({ params }) => [params.otherSourceId, params.startsAt, params.lateMinutes])).toEqual([
      [11, hour(10.75), 15],
      [12, hour(11.75), 15],
    ]);
  });

  test('one that is pushed but keeps its window is not named', () => {
    const window = { windowStart: hour(10), windowEnd: hour(12) };
    const found = round(takes(10, 9, 10.5), [takes(11, 10, 11)], { 10: {}, 11: window });
    expect(found.map(({ code }) => code)).not.toContain('pushesPastWindow');
  });
});

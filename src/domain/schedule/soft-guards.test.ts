import { describe, expect, test } from 'vitest';
import type { AppointmentFacts } from './facts.ts';
import {
  ANNA,
  check,
  DOWNTOWN,
  facts,
  hour,
  NEWARK,
  takes,
  technician,
  warningsOf,
} from './guards.fixture.ts';
import type { Occupancy } from './occupancy.ts';

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

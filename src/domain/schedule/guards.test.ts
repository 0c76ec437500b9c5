import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '../time.ts';
import { ANNA, BEN, check, hour, midnight, takes, technician } from './guards.fixture.ts';
import { checkSchedule } from './guards.ts';
import { OCCUPANCY_KINDS, type Occupancy } from './occupancy.ts';

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

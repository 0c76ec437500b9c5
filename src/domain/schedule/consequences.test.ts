import { describe, expect, test } from 'vitest';
import { instant } from '../time.ts';
import { type Conflict, summariseConsequences, type Warning } from './consequences.ts';

const about = { technicianId: 1, sourceId: 10 };
const at = instant('2026-11-21T09:00:00Z');
const overlap = (otherSourceId: number, overlapMinutes: number): Conflict => ({
  code: 'overlap',
  params: { ...about, otherSourceId, start: at, end: at, overlapMinutes },
});
const late = (otherSourceId: number, lateMinutes: number): Warning => ({
  code: 'pushesPastWindow',
  params: { ...about, otherSourceId, windowEnd: at, startsAt: at, lateMinutes },
});

describe('what a drop would do', () => {
  test('is told worst first: refusals, then broken promises, then the rest; the bigger first', () => {
    const summary = summariseConsequences({
      soft: [
        { code: 'unconfirmed', params: { ...about, appointmentId: 1 } },
        { code: 'outsideShift', params: { ...about, overtimeMinutes: 30 } },
        late(20, 10),
        late(21, 40),
      ],
      hard: [
        { code: 'timeOff', params: { ...about, otherSourceId: 5, start: at, end: at, overlapMinutes: 90 } },
        overlap(20, 15),
        overlap(21, 60),
      ],
    });
    expect(summary.map(({ severity, code, params }) => [severity, code, params.otherSourceId])).toEqual([
      ['hard', 'overlap', 21],
      ['hard', 'overlap', 20],
      ['hard', 'timeOff', 5],
      ['soft', 'pushesPastWindow', 21],
      ['soft', 'pushesPastWindow', 20],
      ['soft', 'outsideShift', undefined],
      ['soft', 'unconfirmed', undefined],
    ]);
  });

  test('is told by kind: overlap, time off, event, inactive; then skill, window, zone, overtime, travel, unconfirmed', () => {
    const span = { start: at, end: at, overlapMinutes: 1, otherSourceId: 1 };
    const between = { fromSourceId: 1, toSourceId: 10 };
    const summary = summariseConsequences({
      soft: [
        { code: 'unconfirmed', params: { ...about, appointmentId: 1 } },
        { code: 'travelUnknown', params: { ...about, ...between, countedMinutes: 500 } },
        {
          code: 'travelTooShort',
          params: { ...about, ...between, gapMinutes: 0, travelMinutes: 400, isKnown: true },
        },
        { code: 'outsideShift', params: { ...about, overtimeMinutes: 300 } },
        { code: 'otherZone', params: { ...about, zoneId: 3 } },
        { code: 'outsideWindow', params: { ...about, windowStart: at, windowEnd: at, minutes: 200 } },
        late(20, 100),
        { code: 'missingSkill', params: { ...about, skillIds: [4] } },
      ],
      hard: [
        { code: 'inactiveTechnician', params: { ...about, start: at } },
        { code: 'nonJobEvent', params: { ...about, ...span } },
        { code: 'timeOff', params: { ...about, ...span } },
        { code: 'overlap', params: { ...about, ...span } },
      ],
    });
    expect(summary.map(({ code }) => code)).toEqual([
      'overlap',
      'timeOff',
      'nonJobEvent',
      'inactiveTechnician',
      'missingSkill',
      'pushesPastWindow',
      'outsideWindow',
      'otherZone',
      'outsideShift',
      'travelTooShort',
      'travelUnknown',
      'unconfirmed',
    ]);
  });

  test('a drop without consequences has none', () => {
    expect(summariseConsequences({ hard: [], soft: [] })).toEqual([]);
  });
});

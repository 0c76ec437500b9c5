import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardDay } from '#contract/board.ts';
import type { ChangeEvent } from '#contract/history.ts';
import type { AppointmentView } from '#contract/job.ts';
import { at, exampleAppointment, exampleDay, exampleEvent, exampleJob } from './example-board.ts';
import { foldBoardDay } from './fold-board.ts';

const visit = (changes: Partial<AppointmentView> = {}) => exampleAppointment(changes);
const moved = (position: string, changes: Partial<AppointmentView>) =>
  exampleEvent(position, { kind: 'appointment', record: visit(changes) });
const idsOn = (day: BoardDay) => day.appointments.map(({ id }) => id).sort((a, b) => a - b);

describe('a board day after changes', () => {
  it('shows a visit that came onto the day and loses one that left it', () => {
    const here = foldBoardDay(exampleDay(), moved('2.0', {}));
    expect(idsOn(here)).toEqual([10]);
    const left = foldBoardDay(
      here,
      moved('3.0', { version: 2, start: at('15:00', '2026-11-23'), end: at('16:00', '2026-11-23') }),
    );
    expect(idsOn(left)).toEqual([]);
    expect(idsOn(foldBoardDay(here, moved('3.0', { version: 2, active: false })))).toEqual([]);
  });

  it('ignores what its snapshot has already, and a visit older than the one shown', () => {
    const day = exampleDay({ cursor: '5.3', appointments: [visit({ version: 4, summary: 'now' })] });
    expect(foldBoardDay(day, moved('5.3', { version: 9 }))).toBe(day);
    expect(foldBoardDay(day, moved('5.2', { version: 9 }))).toBe(day);
    expect(foldBoardDay(day, moved('6.0', { version: 3 }))).toBe(day);
  });

  it('compares positions as numbers, not as text', () => {
    const day = exampleDay({ cursor: '9.1' });
    expect(idsOn(foldBoardDay(day, moved('10.0', {})))).toEqual([10]);
  });

  it('takes over a job’s changes into its visits', () => {
    const day = exampleDay({ appointments: [visit()] });
    const job = exampleJob({ version: 2, summary: 'No heat', priority: 'Urgent', status: 'Hold' });
    expect(foldBoardDay(day, exampleEvent('2.0', { kind: 'job', record: job })).appointments).toMatchObject([
      { summary: 'No heat', priority: 'Urgent', jobStatus: 'Hold', jobVersion: 2 },
    ]);
  });

  it('moves a shift to another technician and takes back time off', () => {
    const shift = {
      id: 3,
      version: 1,
      technicianId: 1,
      start: at('08:00'),
      end: at('16:00'),
      externalKey: null,
      active: true,
    };
    const day = foldBoardDay(exampleDay(), exampleEvent('2.0', { kind: 'shift', record: shift }));
    expect(day.technicians.map(({ shifts }) => shifts.length)).toEqual([1, 0]);
    const other = foldBoardDay(
      day,
      exampleEvent('3.0', { kind: 'shift', record: { ...shift, version: 2, technicianId: 2 } }),
    );
    expect(other.technicians.map(({ shifts }) => shifts.length)).toEqual([0, 1]);
    const gone = foldBoardDay(
      other,
      exampleEvent('4.0', {
        kind: 'shift',
        record: { ...shift, version: 3, technicianId: 2, active: false },
      }),
    );
    expect(gone.technicians.map(({ shifts }) => shifts.length)).toEqual([0, 0]);
  });

  it('draws a visit that went to another unit as a busy bar only, and takes the bar away when its time is free', () => {
    const day = exampleDay({ appointments: [visit()] });
    const bar = { id: 77, appointmentId: 10, technicianId: 1, start: at('15:00'), end: at('17:00') };
    const after = foldBoardDay(
      day,
      exampleEvent('2.0', { kind: 'busy', record: { appointmentId: 10, bars: [bar] } }),
    );
    expect(after).toMatchObject({ appointments: [], busy: [bar] });
    const free = foldBoardDay(
      after,
      exampleEvent('3.0', { kind: 'busy', record: { appointmentId: 10, bars: [] } }),
    );
    expect(free.busy).toEqual([]);
  });
});

/** A random history of a few visits: each event carries the visit's next version. */
const history = fc
  .array(
    fc.record({
      id: fc.integer({ min: 1, max: 5 }),
      start: fc.integer({ min: -30, max: 50 }),
      active: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    const versions = new Map<number, number>();
    return steps.map(({ id, start, active }, index): ChangeEvent => {
      const version = (versions.get(id) ?? 0) + 1;
      versions.set(id, version);
      const hour = (offset: number) => {
        const day = 21 + Math.floor((start + offset) / 24);
        const rest = (((start + offset) % 24) + 24) % 24;
        return at(`${String(rest).padStart(2, '0')}:00`, `2026-11-${day}`);
      };
      return moved(`${index + 2}.0`, { id, version, active, start: hour(0), end: hour(2) });
    });
  });

/** What the server would answer after these events: each visit's last state, if it is on the day. */
function snapshotAfter(events: readonly ChangeEvent[]): BoardDay {
  const last = new Map<number, AppointmentView>();
  for (const event of events) if (event.kind === 'appointment') last.set(event.record.id, event.record);
  const day = exampleDay({ cursor: events.at(-1)?.position ?? '1.0' });
  return {
    ...day,
    appointments: [...last.values()].filter(
      (one) => one.active && one.start < day.end && one.end > day.start,
    ),
  };
}
const sorted = (day: BoardDay) => [...day.appointments].sort((a, b) => a.id - b.id);

it('a snapshot and the events after it are the next snapshot, also when some events come twice', () => {
  fc.assert(
    fc.property(history, fc.nat(30), fc.nat(30), (events, cut, back) => {
      const from = Math.min(cut, events.length);
      const again = Math.max(0, from - back);
      const folded = events.slice(again).reduce(foldBoardDay, snapshotAfter(events.slice(0, from)));
      expect(sorted(folded)).toEqual(sorted(snapshotAfter(events)));
    }),
    { numRuns: 500 },
  );
});

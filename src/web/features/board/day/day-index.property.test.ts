import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardDay } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import { checkSchedule } from '#domain/schedule/guards.ts';
import { addMinutes } from '#domain/time.ts';
import { soak } from '#testing/soak.ts';
import { foldMove } from '../../../data/pending-moves.ts';
import { previewMove } from '../preview/preview.ts';
import { type DayIndex, factsOfVisit, indexDay, occupanciesOfVisit } from './day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from './example-index.ts';

const quarter = fc.integer({ min: 24, max: 80 });
const at = (quarters: number) => addMinutes(utc('00:00'), 15 * quarters);
const STATUSES = ['Scheduled', 'Dispatched', 'Working', 'Hold', 'Done', 'Canceled'] as const;

const anyVisit = (id: number) =>
  fc
    .record({
      start: quarter,
      length: fc.integer({ min: 1, max: 12 }),
      technicianIds: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
      status: fc.constantFrom(...STATUSES),
      jobTypeId: fc.constantFrom(1, 2),
      zoneId: fc.constantFrom(null, 5, 6),
      isConfirmed: fc.boolean(),
      hasWindow: fc.boolean(),
      isPlaced: fc.boolean(),
    })
    .map(
      ({ start, length, technicianIds, hasWindow, isPlaced, ...rest }): AppointmentView =>
        visit(id, '00:00', '01:00', {
          ...rest,
          start: at(start),
          end: at(start + length),
          windowStart: hasWindow ? at(start) : null,
          windowEnd: hasWindow ? at(start + 8) : null,
          latitude: isPlaced ? 42 + (id % 7) / 20 : null,
          assignments: technicianIds.map((technicianId, index) => assigned(id * 10 + index, technicianId)),
        }),
    );

/** One change of the day, as the feed, an answer or another reading of it makes them. */
const anyChange = fc.oneof(
  fc
    .integer({ min: 1, max: 8 })
    .chain(anyVisit)
    .map(
      (one) =>
        (day: BoardDay): BoardDay => ({
          ...day,
          appointments: [...day.appointments.filter(({ id }) => id !== one.id), one],
        }),
    ),
  fc.integer({ min: 1, max: 8 }).map(
    (gone) =>
      (day: BoardDay): BoardDay => ({
        ...day,
        appointments: day.appointments.filter(({ id }) => id !== gone),
      }),
  ),
  fc.record({ id: fc.integer({ min: 1, max: 4 }), from: quarter, off: fc.boolean() }).map(
    ({ id, from, off }) =>
      (day: BoardDay): BoardDay => ({
        ...day,
        technicians: day.technicians.map((one) =>
          one.id === id
            ? {
                ...one,
                timeOff: off
                  ? [
                      {
                        id: 700 + id,
                        version: 1,
                        technicianId: id,
                        start: at(from),
                        end: at(from + 4),
                        label: '',
                        externalKey: null,
                        active: true,
                      },
                    ]
                  : [],
              }
            : one,
        ),
      }),
  ),
  fc.record({ technicianId: fc.integer({ min: 1, max: 4 }), from: quarter }).map(
    ({ technicianId, from }) =>
      (day: BoardDay): BoardDay => ({
        ...day,
        busy: [
          {
            id: 800 + technicianId,
            appointmentId: 800 + technicianId,
            technicianId,
            start: at(from),
            end: at(from + 3),
          },
        ],
      }),
  ),
  // Somebody leaves the board and comes back: their lane is made from all visits.
  fc.integer({ min: 2, max: 4 }).map(
    (count) =>
      (day: BoardDay): BoardDay => ({
        ...day,
        technicians: [1, 2, 3, 4]
          .slice(0, count)
          .map((id) => day.technicians.find((one) => one.id === id) ?? technician(id)),
      }),
  ),
);

const inOrder = (index: DayIndex) =>
  [...index.lanes].map(([id, lane]) => [
    id,
    [...lane.visits].sort((a, b) => a.id - b.id),
    [...lane.taken].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    [...lane.facts].sort(([a], [b]) => a - b),
    lane.busy,
    lane.known,
  ]);

/** The question asked of the whole day at once, without any index. */
function checkWholeDay(day: BoardDay, visitId: number, after: AppointmentView) {
  const before = day.appointments.find(({ id }) => id === visitId)!;
  const held = occupanciesOfVisit(before);
  const next = occupanciesOfVisit(after);
  const wanted = next.filter(
    (one) =>
      !held.some(
        (was) =>
          was.sourceId === one.sourceId &&
          was.technicianId === one.technicianId &&
          was.start <= one.start &&
          was.end >= one.end,
      ),
  );
  // Less than before: in nobody's way.
  const less = next.filter(
    (one) =>
      !wanted.includes(one) &&
      held.every((was) => was.sourceId !== one.sourceId || was.start !== one.start || was.end !== one.end),
  );
  const asked = [...wanted, ...less];
  const others = day.appointments.filter(({ id }) => id !== visitId);
  const whole = (
    kind: 'assignment' | 'timeOff',
    one: { id: number; technicianId: number; start: AppointmentView['start']; end: AppointmentView['end'] },
  ) => ({
    kind,
    sourceId: one.id,
    technicianId: one.technicianId,
    start: one.start,
    end: one.end,
    overridden: false,
  });
  const taken = [
    ...others.flatMap(occupanciesOfVisit),
    ...next.filter((one) => !asked.includes(one)),
    ...day.busy.map((one) => whole('assignment', one)),
    ...day.technicians.flatMap(({ timeOff }) => timeOff.map((one) => whole('timeOff', one))),
  ];
  const facts = new Map(
    [...others, after].flatMap((one) =>
      [...one.assignments].map(({ id }) => [id > 0 ? id : -one.id, factsOfVisit(one, SETUP)] as const),
    ),
  );
  const technicians = day.technicians.map((one) => ({ ...one, active: true }));
  const { hard, soft } = checkSchedule({ wanted: asked, taken, technicians, facts });
  return { soft, hard: hard.filter(({ params }) => wanted.some((one) => one.sourceId === params.sourceId)) };
}

const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();

describe('the index of the day after any sequence of changes', () => {
  it('is the index made from scratch, and previews a drop as the guards asked of the whole day would', () => {
    fc.assert(
      fc.property(
        fc.array(anyChange, { minLength: 1, maxLength: 14 }),
        fc.record({
          to: fc.integer({ min: 1, max: 4 }),
          start: quarter,
          length: fc.integer({ min: 1, max: 10 }),
          pick: fc.nat(),
        }),
        (changes, drop) => {
          let day = dayOf(
            [],
            [1, 2, 3, 4].map((id) =>
              technician(id, { skillIds: id % 2 ? [7] : [], zoneIds: id === 3 ? [5] : [] }),
            ),
          );
          let index = indexDay(null, day, SETUP);
          for (const change of changes) {
            day = change(day);
            index = indexDay(index, day, SETUP);
          }
          expect(inOrder(index)).toEqual(inOrder(indexDay(null, day, SETUP)));
          const moved = day.appointments[drop.pick % Math.max(1, day.appointments.length)];
          if (!moved || day.technicians.every(({ id }) => id !== drop.to)) return;
          const from = moved.assignments.some(({ technicianId }) => technicianId === drop.to)
            ? drop.to
            : (moved.assignments[0]?.technicianId ?? null);
          const input = {
            id: moved.id,
            fromTechnicianId: from,
            toTechnicianId: drop.to,
            start: at(drop.start),
            end: at(drop.start + drop.length),
          };
          const move = { command: 'appointments.reassign' as const, input };
          const [after] = foldMove({ ...day, appointments: [moved] }, move).appointments;
          const preview = previewMove(index, move)!;
          const expected = checkWholeDay(day, moved.id, after!);
          expect(sorted(preview.check.hard)).toEqual(sorted(expected.hard));
          expect(sorted(preview.check.soft)).toEqual(sorted(expected.soft));
        },
      ),
      soak(300),
    );
  });
});

describe('a move among many visits', () => {
  it('makes two lanes anew and leaves the others as they are', () => {
    const visits = [1, 2, 3].map((id) =>
      visit(id, '09:00', '10:00', { assignments: [assigned(id * 10, id)] }),
    );
    const day = dayOf(visits);
    const before = indexDay(null, day, SETUP);
    const move = {
      command: 'appointments.reassign' as const,
      input: { id: 1, fromTechnicianId: 1, toTechnicianId: 2, start: utc('11:00'), end: utc('12:00') },
    };
    const after = indexDay(before, foldMove(day, move), SETUP);
    expect([1, 2, 3].filter((id) => before.lanes.get(id) !== after.lanes.get(id))).toEqual([1, 2]);
    expect(indexDay(after, after.day, SETUP)).toBe(after);
  });

  it('keeps two unanswered moves onto one technician apart', () => {
    const day = dayOf([visit(1, '09:00', '10:00'), visit(2, '09:00', '10:00')]);
    const onto = (id: number, start: string, end: string) => ({
      command: 'appointments.reassign' as const,
      input: { id, fromTechnicianId: null, toTechnicianId: 1, start: utc(start), end: utc(end) },
    });
    const both = [onto(1, '09:00', '10:00'), onto(2, '09:30', '10:30')].reduce(foldMove, day);
    const index = indexDay(null, both, SETUP);
    expect(index.lanes.get(1)!.taken.map(({ sourceId }) => sourceId)).toEqual([-1, -2]);
  });
});

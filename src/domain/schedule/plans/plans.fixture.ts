/** Days to plan: rounds of technicians around downtown, and a clock that counts looks instead of time. */
import type { Chance } from '../../chance.ts';
import type { Id } from '../../ids.ts';
import type { AppointmentStatus } from '../../job/job-card.ts';
import { addMinutes, type Instant } from '../../time.ts';
import { DOWNTOWN, facts, hour, technician } from '../guards.fixture.ts';
import { TAKES_NO_TIME } from '../occupancies.ts';
import type { Occupancy } from '../occupancy.ts';
import type { LaneFacts } from '../suggestions/question.ts';
import type { Absence, PlanDay, PlanQuestion, PlanVisit } from './question.ts';

/** Time as a number of looks: the same plan on every machine. */
export const looks = (count: number) => {
  let looked = 0;
  return () => looked++ / count;
};

export const visit = (
  id: Id,
  from: number,
  hours: number,
  technicianIds: readonly Id[],
  changes: Partial<PlanVisit> = {},
): PlanVisit => ({
  ...facts({ appointmentId: id, windowStart: hour(from), windowEnd: hour(from + 2) }),
  plannedStart: hour(from),
  end: hour(from + hours),
  durationMinutes: hours * 60,
  businessUnitId: 1,
  status: 'Scheduled',
  assignments: technicianIds.map((technicianId) => ({
    technicianId,
    sourceId: id * 10 + technicianId,
    status: 'Scheduled',
    pausedOn: null,
  })),
  ...changes,
});

/** At six, shifts from seven to five unless said. */
export function dayOf(
  visits: readonly PlanVisit[],
  technicians: readonly (Partial<LaneFacts['known']> & { id: Id })[],
  more: Partial<PlanDay> & { extra?: readonly Occupancy[] } = {},
): PlanDay {
  const { extra = [], ...changes } = more;
  const lanes = technicians.map((known): LaneFacts => {
    const own = visits.flatMap((one) =>
      one.assignments
        .filter(({ technicianId }) => technicianId === known.id)
        .map(({ sourceId }) => ({ sourceId, one })),
    );
    const rows = own
      .filter(({ one }) => !TAKES_NO_TIME.has(one.status))
      .map(
        ({ sourceId, one }): Occupancy => ({
          kind: 'assignment',
          sourceId,
          technicianId: known.id,
          start: one.plannedStart,
          end: one.end,
          overridden: false,
        }),
      );
    return {
      known: technician(known),
      taken: [...rows, ...extra.filter((row) => row.technicianId === known.id)].sort((a, b) =>
        a.start < b.start ? -1 : 1,
      ),
      facts: new Map(own.map(({ sourceId, one }) => [sourceId, one])),
      home: DOWNTOWN,
      businessUnitId: 1,
    };
  });
  return { start: hour(0), end: hour(24), now: hour(6), lanes, visits, ...changes };
}

export const question = (
  day: PlanDay,
  absence: Absence | null,
  changes: Partial<PlanQuestion> = {},
): PlanQuestion => ({
  absence,
  movable: new Set(day.visits.map(({ appointmentId }) => appointmentId)),
  pinned: new Set(),
  mostOvertimeMinutes: 0,
  ...changes,
});
export const outAllDay = (technicianId: Id): Absence => ({ technicianId, start: hour(0), end: hour(24) });

const upTo = (chance: Chance, most: number) => Math.floor(chance() * (most + 1));
const near = (chance: Chance) => ({
  latitude: DOWNTOWN.latitude + (chance() - 0.5) * 0.3,
  longitude: DOWNTOWN.longitude + (chance() - 0.5) * 0.3,
});
const STATUSES: readonly AppointmentStatus[] = [
  'Scheduled',
  'Scheduled',
  'Scheduled',
  'Scheduled',
  'Dispatched',
  'Working',
  'Hold',
];

/** Mostly as a company plans it; now and then too tight, overridden, a crew, begun, or at a place nobody knows. */
export function randomDay(chance: Chance, technicians = 2 + upTo(chance, 5)): PlanDay {
  const ids = Array.from({ length: technicians }, (_, at) => at + 1);
  const visits: PlanVisit[] = [];
  const extra: Occupancy[] = [];
  let id = 100;
  for (const technicianId of ids) {
    let at = 7 * 60 + 15 * upTo(chance, 8);
    for (let count = upTo(chance, 6); count > 0; count -= 1) {
      const minutes = 15 * (2 + upTo(chance, 8));
      if (chance() < 0.08) {
        const kind = chance() < 0.5 ? 'timeOff' : 'nonJobEvent';
        const span = { start: hour(at / 60), end: hour((at + minutes) / 60) };
        extra.push({ kind, sourceId: id++, technicianId, ...span, overridden: false });
      } else {
        const crew = chance() < 0.06 ? ids.filter((one) => one !== technicianId).slice(0, 1) : [];
        visits.push(randomVisit(chance, id++, at, minutes, [technicianId, ...crew]));
      }
      at += minutes + 5 * upTo(chance, 18);
    }
  }
  for (let count = upTo(chance, 3); count > 0; count -= 1)
    visits.push(randomVisit(chance, id++, 8 * 60 + 60 * upTo(chance, 7), 60, []));
  return dayOf(
    visits,
    ids.map((one) => ({
      id: one,
      skillIds: [1, 2, 3].filter(() => chance() < 0.8),
      zoneIds: [1, 2].filter(() => chance() < 0.3),
      shifts:
        chance() < 0.2
          ? [
              { start: hour(7), end: hour(12) },
              { start: hour(13), end: hour(17) },
            ]
          : [{ start: hour(7), end: hour(chance() < 0.8 ? 17 : 13) }],
    })),
    { extra, now: addMinutes(hour(6), upTo(chance, 6 * 60)) },
  );
}

function randomVisit(
  chance: Chance,
  id: Id,
  at: number,
  minutes: number,
  technicianIds: readonly Id[],
): PlanVisit {
  const isPromised = chance() < 0.75;
  const start: Instant = hour(at / 60);
  const early = addMinutes(start, -15 * upTo(chance, 4));
  const status = technicianIds.length > 0 ? STATUSES[upTo(chance, STATUSES.length - 1)]! : 'Scheduled';
  const own = status === 'Hold' ? 'Scheduled' : status;
  const made = visit(id, at / 60, minutes / 60, technicianIds, {
    ...(chance() < 0.1 ? { latitude: null, longitude: null } : near(chance)),
    windowStart: isPromised ? early : null,
    windowEnd: isPromised ? addMinutes(early, 120) : null,
    skillIds: [1, 2, 3].filter(() => chance() < 0.15),
    zoneId: chance() < 0.4 ? 1 + upTo(chance, 1) : null,
    isConfirmed: chance() < 0.5,
    status,
  });
  return {
    ...made,
    assignments: made.assignments.map((one) => ({ ...one, status: own as (typeof one)['status'] })),
  };
}

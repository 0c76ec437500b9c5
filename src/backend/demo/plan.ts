/** Who does what on one day of the demo: shifts, absences and a lane of visits per technician, before anything happens. */
import type { Id } from '#domain/ids.ts';
import { shiftsOf } from '#domain/setup/shift-pattern.ts';
import { addMinutes, atLocalTime, type Day, type Instant, minutesBetween, type Span } from '#domain/time.ts';
import type { PatternDay } from './hours.ts';
import type { DemoPlace, DemoPlaces } from './people.ts';
import { chanceOf, type Dice } from './random.ts';
import type { DemoJobType, DemoSetUp, DemoTechnician } from './set-up.ts';

export type PlannedVisit = {
  readonly technicianId: Id | null;
  readonly unitId: Id;
  readonly type: DemoJobType;
  readonly place: DemoPlace;
  readonly start: Instant;
  readonly end: Instant;
  readonly window: Span;
};
type Absence = Span & { readonly kind: 'timeOff' | 'nonJobEvent'; readonly label: string };
export type PlannedShift = Span & PatternDay & { readonly technicianId: Id };
export type PlannedDay = {
  readonly day: Day;
  readonly shifts: readonly PlannedShift[];
  readonly absences: readonly (Absence & { technicianId: Id })[];
  readonly visits: readonly PlannedVisit[];
};

/** The technician who has trainings in the mornings. */
export const TRAINEE = 8;
const SLOT_MINUTES = 15;
const WINDOW_HOURS = 2;
/** How often a job may be one of half a day: a full day of 26 technicians is then some 160 visits. */
const LONG_JOBS = 0.25;
const DRIVE_MINUTES = 15;

/** Never ambiguous: no demo shift begins or ends at night. */
const at = (day: Day, clock: string, zone: string): Instant => {
  const time = atLocalTime(day, clock, zone);
  if (time.kind !== 'unique') throw new Error(`${day} ${clock} does not exist once in ${zone}`);
  return time.instant;
};

/**
 * @param load how full the day is, 0 … 1: the past and today are full, days ahead fill up later
 */
export function planDay(setUp: DemoSetUp, places: DemoPlaces, day: Day, load: number): PlannedDay {
  const chance = chanceOf(`day ${day}`);
  const shifts: PlannedShift[] = [];
  const absences: (Absence & { technicianId: Id })[] = [];
  const visits: PlannedVisit[] = [];
  for (const [index, technician] of setUp.technicians.entries()) {
    const zone = technician.unit.timeZone;
    const { hours } = technician;
    const [worked] = shiftsOf(hours, day, day, zone);
    if (!worked) continue;
    const shift = { start: worked.start, end: worked.end };
    shifts.push({ technicianId: technician.id, patternId: hours.id, day, ...shift });
    const absence = absenceOf(chance, index, day, zone, shift);
    if (absence) absences.push({ technicianId: technician.id, ...absence });
    visits.push(...lane(chance, technician, setUp, places, shift, absence, load));
  }
  return { day, shifts, absences, visits };
}

function absenceOf(chance: Dice, index: number, day: Day, zone: string, shift: Span): Absence | null {
  if (index === TRAINEE)
    return {
      kind: 'nonJobEvent',
      label: 'Training',
      start: at(day, '08:00', zone),
      end: at(day, '12:00', zone),
    };
  if (!chance.happens(0.05)) return null;
  return chance.happens(0.5)
    ? { kind: 'timeOff', label: 'Off', ...shift }
    : { kind: 'timeOff', label: 'Doctor', start: shift.start, end: addMinutes(shift.start, 120) };
}

function lane(
  chance: Dice,
  technician: DemoTechnician,
  setUp: DemoSetUp,
  places: DemoPlaces,
  shift: Span,
  absence: Absence | null,
  load: number,
): PlannedVisit[] {
  const types = setUp.jobTypes.filter(
    (type) =>
      type.trade === technician.unit.trade && type.skillIds.every((id) => technician.skillIds.includes(id)),
  );
  const short = types.filter((type) => type.minutes <= 120);
  const visits: PlannedVisit[] = [];
  let cursor = addMinutes(shift.start, chance.pick([0, 15, 30]));
  while (types.length > 0 && minutesBetween(cursor, shift.end) >= 45) {
    const type = chance.pick(chance.happens(LONG_JOBS) || short.length === 0 ? types : short);
    const end = addMinutes(cursor, type.minutes);
    if (absence && cursor < absence.end && end > absence.start) {
      cursor = addMinutes(absence.end, SLOT_MINUTES);
      continue;
    }
    if (end > addMinutes(shift.end, 30)) break;
    if (chance.happens(load)) {
      const place = chance.pick(technician.unit.trade === 'Electrical' ? places.central : places.eastern);
      visits.push({
        technicianId: technician.id,
        unitId: technician.unit.id,
        type,
        place,
        start: cursor,
        end,
        window: windowOf(cursor, shift.start),
      });
    }
    cursor = addMinutes(end, DRIVE_MINUTES);
  }
  return visits;
}

/** The two-hour window, counted from the start of the shift's hour, that the start falls into. */
function windowOf(start: Instant, origin: Instant): Span {
  const hours = Math.floor(minutesBetween(origin, start) / 60 / WINDOW_HOURS) * WINDOW_HOURS;
  const from = addMinutes(origin, hours * 60);
  return { start: from, end: addMinutes(from, WINDOW_HOURS * 60) };
}

/**
 * Who could take an unassigned visit today: the first gap within the window (from now on) of somebody with the skills
 * whose drop would break nothing, the shortest extra drive first. A hint on the card, from the same guards as the
 * drop; the ranked list with its reasons is a screen of its own.
 */
import type { AppointmentView } from '#contract/job.ts';
import { DEFAULT_TRAVEL, travelMinutes } from '#domain/schedule/travel.ts';
import {
  addMinutes,
  type Instant,
  instantFromMs,
  laterOf,
  localTime,
  minutesBetween,
  msOf,
} from '#domain/time.ts';
import { type DayIndex, factsOfVisit, type Lane, skillsOf } from '../day/day-index.ts';
import { previewMove } from '../preview/preview.ts';

export type Suggestion = {
  readonly technicianId: number;
  readonly start: Instant;
  readonly end: Instant;
  /** "Wei Zhang 12:15, +6 min drive" */
  readonly text: string;
};

const QUARTER_MS = 15 * 60_000;
/** Beyond this many technicians the first that can are good enough for a hint. */
const MOST_LANES = 60;

const upToQuarter = (at: Instant): Instant => instantFromMs(Math.ceil(msOf(at) / QUARTER_MS) * QUARTER_MS);
/** What comes with every visit alike and says nothing about whom to give it to. */
const HARMLESS = new Set(['unconfirmed', 'travelUnknown']);

export function suggestFor(
  index: DayIndex,
  visit: AppointmentView,
  lanes: readonly Lane[],
  now: Instant,
): Suggestion | null {
  const minutes = minutesBetween(visit.start, visit.end);
  const from = upToQuarter(laterOf(visit.windowStart ?? index.day.start, laterOf(now, index.day.start)));
  const latest = visit.windowEnd ?? index.day.end;
  const needed = skillsOf(index.setup, visit.jobTypeId);
  let best: (Suggestion & { readonly drive: number }) | null = null;
  let looked = 0;
  for (const lane of lanes) {
    const { known, technician } = lane;
    if (known.shifts.length === 0 || needed.some((id) => !known.skillIds.includes(id))) continue;
    if (++looked > MOST_LANES) break;
    for (const start of startsIn(lane, visit, from, latest)) {
      const end = addMinutes(start, minutes);
      const input = { id: visit.id, fromTechnicianId: null, toTechnicianId: technician.id, start, end };
      const preview = previewMove(index, { command: 'appointments.reassign', input });
      if (!preview || preview.check.hard.length > 0) continue;
      if (preview.check.soft.some(({ code }) => !HARMLESS.has(code))) continue;
      const drive = driveTo(lane, visit, index, start);
      if (best && best.drive <= drive) break;
      const said = localTime(start, index.day.timeZone).replace(/^0/, '');
      best = {
        technicianId: technician.id,
        start,
        end,
        drive,
        text: `${technician.name} ${said}, +${drive} min drive`,
      };
      break;
    }
  }
  return best;
}

/** Where something could begin in the lane: as early as promised, or when the visit before and the drive are over. */
function startsIn(lane: Lane, visit: AppointmentView, from: Instant, latest: Instant): Instant[] {
  const starts = new Set<Instant>();
  const add = (at: Instant) => {
    const start = upToQuarter(laterOf(at, from));
    if (start <= latest) starts.add(start);
  };
  for (const shift of lane.known.shifts) add(shift.start);
  for (const one of lane.taken) {
    const facts = lane.facts.get(one.sourceId);
    add(addMinutes(one.end, facts ? travelMinutes(facts, visit, DEFAULT_TRAVEL).minutes : 0));
  }
  return [...starts].sort();
}

function driveTo(lane: Lane, visit: AppointmentView, index: DayIndex, start: Instant): number {
  const here = factsOfVisit(visit, index.setup);
  const before = lane.taken.filter(({ end, sourceId }) => end <= start && lane.facts.has(sourceId)).at(-1);
  const place = before ? lane.facts.get(before.sourceId)! : lane.technician;
  return travelMinutes(place, here, DEFAULT_TRAVEL).minutes;
}

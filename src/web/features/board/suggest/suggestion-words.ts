/** A suggestion, what it costs and what stands in the way, in the dispatcher's words. Pure. */
import type { AppointmentView } from '#contract/job.ts';
import type { Bound, WhyNot } from '#domain/schedule/suggestions/binding.ts';
import { COUNTED, type Factor, type FactorKind } from '#domain/schedule/suggestions/factors.ts';
import type { Suggestion } from '#domain/schedule/suggestions/question.ts';
import type { Instant } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { formatMinutes, formatTime, formatTimeRange, formatWindow } from '../../../lib/format.ts';
import type { DayIndex, Lane } from '../day/day-index.ts';
import { absence } from '../preview/lane-refusal.ts';

export const FACTOR_WORDS: Readonly<Record<FactorKind, string>> = {
  drive: 'Extra drive',
  unknownDrive: 'Extra drive, in part not known',
  late: 'After the window',
  overtime: 'Overtime',
  wait: 'Wait within the window',
  otherZone: 'Outside their zones',
  otherUnit: 'Of another business unit',
  call: 'Call: not confirmed yet',
  askAgain: 'Ask the customer for another time',
};

/** "30 min × 3": how the minutes came about, where they are not simply those measured. */
export function countedAs({ kind, measured }: Factor): string {
  const counted = COUNTED[kind];
  if (measured === null || 'whole' in counted || counted.perMinute === 1) return '';
  return `${measured} min × ${counted.perMinute}`;
}

export const technicianName = (index: DayIndex, id: number): string =>
  index.lanes.get(id)?.technician.name ?? 'Somebody';

const NOTES: Readonly<Record<FactorKind, (factor: Factor) => string | null>> = {
  drive: ({ minutes }) => `+${minutes} min drive`,
  unknownDrive: ({ minutes }) => `+${minutes} min drive, a guess`,
  late: ({ measured }) => `${measured} min late`,
  overtime: ({ measured }) => `${measured} min overtime`,
  otherZone: () => 'other zone',
  otherUnit: () => 'other unit',
  askAgain: () => 'ask the customer',
  // In the window is as promised; who has not confirmed has not for anybody.
  wait: () => null,
  call: () => null,
};

/** "+12 min drive", "30 min late": what somebody has to know who reads one line. */
export const notesOf = ({ factors }: Suggestion): readonly string[] =>
  factors.flatMap((factor) => NOTES[factor.kind](factor) ?? []);

/** "+12 min drive · in window". */
export function rowNotes(visit: AppointmentView, suggestion: Suggestion): string {
  const notes = notesOf(suggestion);
  const isKept = visit.windowEnd !== null && suggestion.factors.every(({ kind }) => kind !== 'late');
  return [...notes, ...(isKept ? ['in window'] : [])].join(' · ');
}

export const placeText = (index: DayIndex, { start, end }: Suggestion): string =>
  formatTimeRange(start, end, index.day.timeZone);

const windowText = ({ windowStart, windowEnd }: AppointmentView, zone: string): string =>
  windowStart && windowEnd ? `the window ${formatWindow(windowStart, windowEnd, zone)}` : 'its window';

const skillsText = (index: DayIndex, { missingSkillIds }: Bound): string =>
  missingSkillIds.map((id) => nameIn(index.setup.skills, id)).join(', ');

/** In the window there is no other work in the way, but no shift either. */
const isNobodyAtWork = ({ orElse }: Bound): boolean => orElse.includes('shifts') && !orElse.includes('gaps');

/** Nobody can: what stands in the way, and what to do about it. */
export function boundWords(
  index: DayIndex,
  visit: AppointmentView,
  bound: Bound,
): { readonly why: string; readonly todo: string } {
  const { limits, place } = bound;
  if (!place) {
    return {
      why: 'Nobody can: nothing is left of this day, or nobody shown is active.',
      todo: 'Move it to another day, or clear the filters.',
    };
  }
  const who = technicianName(index, place.technicianId);
  const at = formatTime(place.start, index.day.timeZone);
  const window = windowText(visit, index.day.timeZone);
  const skills = skillsText(index, bound);
  if (limits.length > 1) {
    const words = { window, gaps: 'the other work', shifts: 'the shifts', skills: `the skills (${skills})` };
    const all = new Intl.ListFormat('en-US').format(limits.map((limit) => words[limit]));
    return {
      why: `Nobody can: ${all} stand in the way together.`,
      todo: `Without them ${who} could at ${at}. Another day may be easier.`,
    };
  }
  switch (limits[0]!) {
    case 'window':
      return {
        why: isNobodyAtWork(bound)
          ? `Nobody who could is at work in ${window}.`
          : `Nobody has room in ${window}.`,
        todo: `${who} could at ${at}: agree that time with the customer.`,
      };
    case 'gaps':
      return {
        why: 'Everybody who could is taken.',
        todo: `${who} could at ${at}, if other work or an event there made room.`,
      };
    case 'shifts':
      return {
        why: 'Everybody who could is off, or begins too late or stops too early.',
        todo: `${who} could at ${at}: call somebody in, or choose another day.`,
      };
    case 'skills':
      return {
        why: `Nobody who is free has ${skills}.`,
        todo: `Without it ${who} could at ${at}: make room with somebody who has it, or choose another day.`,
      };
  }
}

/** One technician cannot: every reason, in one sentence each. */
function laneReasons(
  index: DayIndex,
  visit: AppointmentView,
  lane: Lane,
  bound: Bound,
  now: Instant,
): string {
  const { name } = lane.technician;
  const zone = index.day.timeZone;
  const next = bound.place && formatTime(bound.place.start, zone);
  const words = {
    window: `${name} ${isNobodyAtWork(bound) ? 'is not at work' : 'has no room'} in ${windowText(visit, zone)}${next && bound.limits.length === 1 ? `, but at ${next}` : ''}.`,
    gaps: `What ${name} has already leaves no room.`,
    shifts: `${name}: ${absence(lane, now, index.day) ?? `works ${lane.known.shifts.map(({ start, end }) => formatTimeRange(start, end, zone)).join(', ')}`}.`,
    skills: `${name} has no ${skillsText(index, bound)}.`,
  };
  return bound.limits.length === 0
    ? 'Nothing is left of this day.'
    : bound.limits.map((limit) => words[limit]).join(' ');
}

export function whyNotWords(
  index: DayIndex,
  visit: AppointmentView,
  lane: Lane,
  answer: WhyNot,
  best: Suggestion | undefined,
  now: Instant,
): string {
  const { name, id } = lane.technician;
  if (answer.kind === 'inactive') return `${name} is not active any more.`;
  if (answer.kind === 'bound') return laneReasons(index, visit, lane, answer, now);
  const { place } = answer;
  const could = `${name} could at ${placeText(index, place)}`;
  if (!best || best.technicianId === id) return `${could}.`;
  const more = place.score - best.score;
  const other = technicianName(index, best.technicianId);
  if (more < 0)
    return `${could}, and ${formatMinutes(-more)} better than ${other}; the filters leave them out.`;
  if (more === 0) return `${could}, as well as ${other}${place.start > best.start ? ', but later' : ''}.`;
  return `${could}, but that costs ${formatMinutes(more)} more than ${other}.`;
}

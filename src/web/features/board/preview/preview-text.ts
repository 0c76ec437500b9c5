/** A preview in words, worst first; the sentences are those of refusals and notes (`lib/conflict-text`, `note-text`). */
import type { AppointmentView } from '#contract/job.ts';
import {
  type Consequence,
  type ScheduleCheck,
  summariseConsequences,
} from '#domain/schedule/consequences.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { type Place, travelMinutes } from '#domain/schedule/travel.ts';
import { nameIn } from '../../../data/setup.ts';
import { conflictLines } from '../../../lib/conflict-text.ts';
import { formatWindow } from '../../../lib/format.ts';
import { warningText } from '../../../lib/note-text.ts';
import { type Wording, zoneOf } from '../../../lib/refusal-params.ts';
import { type DayIndex, factsOfVisit, visitBehind } from '../day/day-index.ts';
import type { Preview } from './preview.ts';

type PreviewWords = {
  readonly severity: 'ok' | 'soft' | 'hard';
  /** Worst first, without full stops: they stand side by side under the bar in hand. */
  readonly lines: readonly string[];
};

export function previewWords(index: DayIndex, preview: Preview, wording: Wording): PreviewWords {
  const found = summariseConsequences(preview.check);
  const lines = found.map((one) => trimStop(consequenceText(index, one, wording)));
  const severity = found[0]?.severity ?? 'ok';
  return { severity, lines: [...lines, ...goodNews(index, preview, wording)] };
}

/** The hard findings as a refusal of the server carries them, for the dialog that asks for a reason. */
export const conflictsOf = (index: DayIndex, { check }: Preview) => conflictsIn(index, check);

export const conflictsIn = (index: DayIndex, check: ScheduleCheck) =>
  check.hard.map(({ code, params }) => ({ code, ...params, ...detailsOf(index, code, params) }));

const trimStop = (text: string) => text.replace(/\.$/, '');

export function consequenceText(index: DayIndex, one: Consequence, wording: Wording): string {
  if (one.severity === 'soft') {
    return warningText(one.code, { ...one.params, ...detailsOf(index, one.code, one.params) }, wording);
  }
  const conflict = { code: one.code, ...one.params, ...detailsOf(index, one.code, one.params) };
  return conflictLines({ conflicts: [conflict] }, wording)[0] ?? '';
}

/** What the guards know by id only: the other job's number, the event's label, the skills' names. */
function detailsOf(index: DayIndex, code: string, params: Readonly<Record<string, unknown>>) {
  const lane = index.lanes.get(Number(params.technicianId));
  const other = params.otherSourceId;
  if (code === 'missingSkill') {
    const ids = (Array.isArray(params.skillIds) ? params.skillIds : []).map(Number);
    return { skillNames: ids.map((id) => nameIn(index.setup.skills, id)).join(', ') };
  }
  if (code === 'overlap' || code === 'pushesPastWindow') {
    // One that is to come into this lane in the same step is known by its visit (`sourceIdOf`).
    const visit = (lane && visitBehind(lane, Number(other))) ?? index.visits.get(-Number(other));
    return visit ? { jobNumber: visit.jobNumber } : {};
  }
  const event = code === 'nonJobEvent' && lane?.technician.nonJobEvents.find(({ id }) => id === other);
  return event && event.label !== '' ? { label: event.label } : {};
}

/** What is all right, said only where nothing hard stands in the way. */
function goodNews(index: DayIndex, { check, after, wanted }: Preview, wording: Wording): string[] {
  if (check.hard.length > 0 || wanted.length === 0) return [];
  const says = (code: string) => check.soft.some((one) => one.code === code);
  const news: string[] = [];
  const { windowStart, windowEnd } = after;
  if (windowStart && windowEnd && !says('outsideWindow')) {
    news.push(`Window ${formatWindow(windowStart, windowEnd, zoneOf(wording))} kept`);
  }
  if (wanted.length === 1 && !says('travelTooShort') && !says('travelUnknown')) {
    const drives = drivesAround(index, after, wanted[0]!);
    if (drives) news.push(drives);
  }
  return news;
}

function drivesAround(index: DayIndex, visit: AppointmentView, wanted: Occupancy): string | null {
  const lane = index.lanes.get(wanted.technicianId);
  if (!lane) return null;
  const others = lane.taken.filter(
    ({ sourceId }) => sourceId !== wanted.sourceId && lane.facts.has(sourceId),
  );
  const before = others.filter(({ end }) => end <= wanted.start).at(-1);
  const behind = others.find(({ start }) => start >= wanted.end);
  const here = factsOfVisit(visit, index.setup);
  const placeOf = (other: Occupancy) => lane.facts.get(other.sourceId)!;
  const drive = (from: Place, to: Place) => {
    const { minutes, isByRoad } = travelMinutes(from, to, index.travel);
    return `${isByRoad === false ? 'about ' : ''}${minutes}`;
  };
  const driveTo = before && drive(placeOf(before), here);
  const driveOn = behind && drive(here, placeOf(behind));
  if (driveTo && driveOn) return `travel ${driveTo} min before, ${driveOn} after`;
  if (driveTo) return `travel ${driveTo} min before`;
  return driveOn ? `travel ${driveOn} min after` : null;
}

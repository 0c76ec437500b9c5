/** What a command did beside what was asked: accepted warnings of the schedule, technicians that could not come back. */
import type { WarningCode } from '#domain/schedule/consequences.ts';
import { formatMinutes } from './format.ts';
import {
  capital,
  momentOf,
  numberOf,
  type Params,
  technicianOf,
  textOf,
  type Wording,
} from './refusal-params.ts';

type Line = (params: Params, wording: Wording) => string;
const minutes = (value: unknown) => formatMinutes(Math.abs(numberOf(value) ?? 0));
const name = (params: Params, wording: Wording) => capital(technicianOf(params, wording));

const WARNINGS: Readonly<Record<WarningCode, Line>> = {
  pushesPastWindow: (params) => {
    const number = numberOf(params.jobNumber);
    const late = minutes(params.lateMinutes);
    return number === undefined
      ? `A later customer would be met ${late} after their window.`
      : `#${number} would start ${late} after its window.`;
  },
  outsideWindow: (params) =>
    `${minutes(params.minutes)} ${(numberOf(params.minutes) ?? 0) < 0 ? 'before' : 'after'} the arrival window.`,
  missingSkill: (params, wording) =>
    textOf(params.skillNames)
      ? `${name(params, wording)} lacks ${textOf(params.skillNames)}.`
      : `${name(params, wording)} lacks a skill this job needs.`,
  outsideShift: (params, wording) =>
    `${minutes(params.overtimeMinutes)} overtime for ${technicianOf(params, wording)}.`,
  travelTooShort: (params) =>
    `${params.isByRoad === false ? 'About ' : ''}${minutes(params.travelMinutes)} drive, but only ${minutes(params.gapMinutes)} between the visits.`,
  otherZone: (params, wording) => `Outside the zones of ${technicianOf(params, wording)}.`,
  unconfirmed: () => 'The customer has not confirmed yet.',
  travelUnknown: (params) => `Drive time unknown, counted as ${minutes(params.countedMinutes)}.`,
};
const isWarning = (code: string): code is WarningCode => Object.hasOwn(WARNINGS, code);

/** A soft warning of the schedule; the board's preview and the notes of an answer say it with the same words. */
export const warningText = (code: WarningCode, params: Params, wording: Wording = {}): string =>
  WARNINGS[code](params, wording);

/** A note of an answer; one of a newer server is told by its name. */
export function noteText(note: { code: string; params: Params }, wording: Wording = {}): string {
  const code = note.code.replace(/^schedule\./, '');
  if (isWarning(code)) return warningText(code, note.params, wording);
  if (note.code === 'assignment.time_gone') {
    const start = momentOf(note.params.start, wording);
    return `${name(note.params, wording)} is taken by now${start ? ` (${start})` : ''}: the visit is unassigned.`;
  }
  if (note.code === 'project.other_payer') {
    const number = numberOf(note.params.jobNumber);
    return `${number === undefined ? 'One of the jobs' : `Job ${number}`} is billed to somebody else than the project.`;
  }
  return `${capital(note.code.replaceAll(/[._]/g, ' '))}.`;
}

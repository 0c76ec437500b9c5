/** What stands in the way of a time (domain-rules §4), one line per conflict, worst kind first. */
import { CONFLICT_CODES, type ConflictCode } from '#domain/schedule/consequences.ts';
import { formatMinutes } from './format.ts';
import {
  capital,
  numberOf,
  type Params,
  rangeOf,
  technicianOf,
  textOf,
  type Wording,
} from './refusal-params.ts';

const LINES: Readonly<Record<ConflictCode, (params: Params, wording: Wording) => string>> = {
  inactiveTechnician: (params, wording) => `${name(params, wording)} no longer works here.`,
  overlap: (params, wording) => {
    const number = numberOf(params.jobNumber);
    const other = number === undefined ? 'other work' : `#${number}`;
    const minutes = numberOf(params.overlapMinutes);
    const by = minutes === undefined ? '' : ` by ${formatMinutes(minutes)}`;
    return `Overlaps ${other}${by}: ${name(params, wording)} is booked${when(params, wording)}.`;
  },
  timeOff: (params, wording) => `${name(params, wording)} is off${when(params, wording)}.`,
  nonJobEvent: (params, wording) =>
    `${name(params, wording)} has ${textOf(params.label) ?? 'an event'}${when(params, wording)}.`,
};

const name = (params: Params, wording: Wording) => capital(technicianOf(params, wording));
const when = (params: Params, wording: Wording) => {
  const range = rangeOf(params, wording);
  return range ? ` ${range}` : '';
};

/** Of several visits at once each conflict says whose it is. */
function about({ visit }: Params): string {
  const label = typeof visit === 'object' && visit !== null && textOf((visit as Params).label);
  return label ? `#${label}: ` : '';
}

const isCode = (code: unknown): code is ConflictCode => CONFLICT_CODES.some((known) => known === code);

/** Lines for the `conflicts` of a refusal; a kind of a newer server is named as it is, an empty list gives none. */
export function conflictLines({ conflicts }: Params, wording: Wording = {}): string[] {
  if (!Array.isArray(conflicts)) return [];
  const known = conflicts
    .filter((one): one is Params => typeof one === 'object' && one !== null)
    // The server sends them flat; a preview in the browser keeps them under `params`.
    .map((one) => ({ code: one.code, params: { ...one, ...(one.params as Params | undefined) } }));
  const rank = (code: unknown) => (isCode(code) ? CONFLICT_CODES.indexOf(code) : CONFLICT_CODES.length);
  return known
    .sort((a, b) => rank(a.code) - rank(b.code))
    .map(
      ({ code, params }) =>
        `${about(params)}${isCode(code) ? LINES[code](params, wording) : `Not free${when(params, wording)}.`}`,
    );
}

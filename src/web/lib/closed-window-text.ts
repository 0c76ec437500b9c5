/** Why an arrival window is closed (domain-rules §4), in words: short in the grid, whole in titles and refusals. */
import { formatMinutes } from './format.ts';
import { numberOf, type Params, textOf } from './refusal-params.ts';
import { PRIORITY_WORDS } from './trade-words.ts';

export type ClosedNames = {
  readonly skill?: ((id: number) => string) | undefined;
  readonly zone?: ((id: number) => string) | undefined;
  readonly unit?: ((id: number) => string) | undefined;
};
type ClosedReason = { readonly code: string; readonly params: Params };

const listed = (words: readonly string[]) => new Intl.ListFormat('en-US').format(words);
const skillsOf = ({ skillIds }: Params, { skill }: ClosedNames): string =>
  (skill &&
    Array.isArray(skillIds) &&
    skillIds.length > 0 &&
    listed(skillIds.map((id) => skill(Number(id))))) ||
  'the skills';
const named = (id: unknown, name: ((id: number) => string) | undefined, otherwise: string): string => {
  const number = numberOf(id);
  return number !== undefined && name ? name(number) : otherwise;
};

function fullWords({ technicians, waiting }: Params): string {
  const count = numberOf(technicians) ?? 0;
  const who =
    count === 1 ? 'The one technician who could go is booked' : `All ${count} who could go are booked`;
  const more = numberOf(waiting) ?? 0;
  if (more === 0) return `${who}.`;
  return `${who}; ${more} ${more === 1 ? 'visit waits' : 'visits wait'} without a technician.`;
}

function reservedWords({ percent, priorities }: Params): string {
  const words = (Array.isArray(priorities) ? priorities : []).map((one) =>
    (PRIORITY_WORDS[one as keyof typeof PRIORITY_WORDS] ?? String(one)).toLowerCase(),
  );
  const whom =
    words.length > 0
      ? `for ${new Intl.ListFormat('en-US', { type: 'disjunction' }).format(words)} jobs`
      : 'for the dispatcher';
  return `What is left is held back ${whom} (${numberOf(percent) ?? 0} %).`;
}

type Words = {
  /** For a cell of the grid: one word. */
  readonly short: string;
  readonly whole: (params: Params, names: ClosedNames) => string;
};
const WORDS: Readonly<Record<string, Words>> = {
  past: { short: 'past', whole: () => 'This window is over.' },
  noSkill: {
    short: 'skill',
    whole: (params, names) => `Nobody of this unit has ${skillsOf(params, names)}.`,
  },
  zoneNotCovered: {
    short: 'zone',
    whole: ({ zoneId }, { zone }) => `Nobody with the skills works in ${named(zoneId, zone, 'this zone')}.`,
  },
  unitClosed: {
    short: 'closed',
    whole: ({ businessUnitId }, { unit }) =>
      `${named(businessUnitId, unit, 'The business unit')} has nobody on shift on this day.`,
  },
  nobodyOnShift: { short: 'hours', whole: () => 'Nobody is on shift at this time.' },
  skillNotWorking: {
    short: 'off',
    whole: (params, names) => `Those with ${skillsOf(params, names)} are not at work at this time.`,
  },
  shiftTooShort: {
    short: 'long',
    whole: ({ minutes }) =>
      `No shift leaves room for a visit of ${formatMinutes(numberOf(minutes) ?? 0)} begun in this window.`,
  },
  full: { short: 'full', whole: fullWords },
  reserved: { short: 'held', whole: reservedWords },
};

export const closedWord = (code: string): string => WORDS[code]?.short ?? 'closed';
export const closedText = (reason: unknown, names: ClosedNames = {}): string => {
  const { code, params } = (reason ?? {}) as Partial<ClosedReason>;
  return WORDS[textOf(code) ?? '']?.whole(params ?? {}, names) ?? 'This window is closed.';
};

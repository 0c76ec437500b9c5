/**
 * How likely it is that a customer who is being taken down is one we have. Evidence adds up: each comparison gives or
 * takes points, so that a typing error in one place is outweighed by the others, and a family at one address is not one
 * person. The points are set by the measurement in `duplicate-score.test.ts`, which prints recall per kind.
 */
import { addressKey, type PlaceAddress } from '../address-key.ts';
import { compareNames, type NameLikeness } from './compare-names.ts';
import { editDistance } from './edit-distance.ts';
import type { Findable } from './kinds.ts';
import { phoneDigits, plainEmail } from './words.ts';

/** What speaks for it, strongest first; the words stand in the contract (`duplicate-reason-text.ts`). */
export const DUPLICATE_REASONS = [
  'email',
  'phone',
  'name',
  'nameSwapped',
  'nickname',
  'address',
  'nameTypo',
  'nameInitial',
  'addressUnit',
  'phoneDigit',
  'emailTypo',
  'addressTypo',
] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** `score` 0 … 1; from `LIKELY_DUPLICATE` on people are told. */
type DuplicateScore = { readonly score: number; readonly reasons: readonly DuplicateReason[] };
export const LIKELY_DUPLICATE = 0.5;

type Evidence = { readonly points: number; readonly reason?: DuplicateReason };
const NONE: Evidence = { points: 0 };
/** Points that make it as likely as not: more than a name alone, a phone alone is enough. */
const NEEDED = 3.2;

const OF_NAME: Readonly<Record<NameLikeness, Evidence>> = {
  same: { points: 3, reason: 'name' },
  swapped: { points: 3, reason: 'nameSwapped' },
  nickname: { points: 2.6, reason: 'nickname' },
  typo: { points: 2.4, reason: 'nameTypo' },
  initial: { points: 1.5, reason: 'nameInitial' },
  part: { points: -3 },
  different: { points: -4.5 },
  unknown: NONE,
};

/** Without any reason that speaks for it the score is 0, whatever the points are. */
export function duplicateScore(draft: Findable, existing: Findable): DuplicateScore {
  const evidence = [
    OF_NAME[compareNames(draft.name, existing.name)],
    ofPhones(phonesOf(draft), phonesOf(existing)),
    ofEmails(emailsOf(draft), emailsOf(existing)),
    ofPlaces(draft.locations, existing.locations),
  ];
  const points = evidence.reduce((sum, one) => sum + one.points, 0);
  const found = evidence.flatMap((one) => one.reason ?? []);
  return {
    score: found.length === 0 ? 0 : 1 / (1 + Math.exp(NEEDED - points)),
    reasons: DUPLICATE_REASONS.filter((reason) => found.includes(reason)),
  };
}

/** The best of all pairs; nothing to compare is no evidence. */
function best<T>(ours: readonly T[], theirs: readonly T[], of: (a: T, b: T) => Evidence): Evidence {
  const all = ours.flatMap((a) => theirs.map((b) => of(a, b)));
  return (
    all.reduce<Evidence | null>((top, one) => (top && top.points >= one.points ? top : one), null) ?? NONE
  );
}

const phonesOf = ({ contacts }: Findable) =>
  contacts
    .filter(({ kind }) => kind !== 'Email')
    .map(({ value }) => phoneDigits(value))
    .filter((digits) => digits.length >= 7);
const ofPhones = (ours: readonly string[], theirs: readonly string[]) =>
  best(ours, theirs, (a, b) => {
    if (a === b) return { points: 3.4, reason: 'phone' };
    // The area code is left out in town.
    if (a.slice(-7) === b.slice(-7) && (a.length === 7 || b.length === 7))
      return { points: 2.6, reason: 'phone' };
    const isOneOff = a.length === b.length && [...a].filter((digit, at) => digit !== b[at]).length === 1;
    return isOneOff ? { points: 1.8, reason: 'phoneDigit' } : { points: -0.5 };
  });

const emailsOf = ({ contacts }: Findable) =>
  contacts.filter(({ kind }) => kind === 'Email').map(({ value }) => plainEmail(value));
const ofEmails = (ours: readonly string[], theirs: readonly string[]) =>
  best(ours, theirs, (a, b) => {
    if (a === b) return { points: 3.5, reason: 'email' };
    return a.length >= 8 && editDistance(a, b) <= 2 ? { points: 1.5, reason: 'emailTypo' } : { points: -0.3 };
  });

const ofPlaces = (ours: readonly PlaceAddress[], theirs: readonly PlaceAddress[]) =>
  best(ours.map(partsOf), theirs.map(partsOf), (a, b) => {
    if (a.street === '' || b.street === '') return NONE;
    if (!isSameTown(a, b)) return { points: -1 };
    if (a.street === b.street) {
      if (a.unit === b.unit) return { points: 2.5, reason: 'address' };
      return a.unit === '' || b.unit === '' ? { points: 2, reason: 'addressUnit' } : { points: -0.5 };
    }
    const isNear =
      a.number === b.number && a.number !== '' && a.rest.length > 3 && editDistance(a.rest, b.rest) <= 2;
    return isNear && (a.unit === b.unit || a.unit === '' || b.unit === '')
      ? { points: 1.5, reason: 'addressTypo' }
      : { points: -1 };
  });

type Parts = { street: string; unit: string; zip: string; city: string; number: string; rest: string };
function partsOf(place: PlaceAddress): Parts {
  const [street = '', unit = ''] = addressKey(place).split('|');
  const [, number = '', rest = ''] = /^(\d\S*) (.*)$/.exec(street) ?? [];
  return { street, unit, number, rest, zip: place.zip.slice(0, 5), city: place.city.trim().toLowerCase() };
}
const isSameTown = (a: Parts, b: Parts): boolean =>
  a.zip !== '' && b.zip !== '' ? a.zip === b.zip : a.city === '' || b.city === '' || a.city === b.city;

/**
 * Who looks at which day of the board, and who has which visit in hand (features G2). A page says so while it is open,
 * and what it does not say again is forgotten: nobody has to leave in good order, and no hand holds a visit for ever.
 */
import type { Id } from './ids.ts';
import type { Day } from './time.ts';

/** A page speaks every 20 seconds; one that has missed two of them is gone. */
export const SAYS_EVERY_S = 20;
export const HERE_FOR_S = 45;
/** What is in hand stays so for this long without a word: the hand of a page that died lets go. */
export const HELD_FOR_S = 30;
/** Pages of one person that are remembered; the one unheard for longest makes room. */
export const MOST_PAGES = 20;

export type Presence = {
  readonly userId: Id;
  readonly name: string;
  /** One open page of this person; a name it gave itself. */
  readonly page: string;
  /** The day of the board it shows; null: it is leaving the board. */
  readonly day: Day | null;
  /** The visit (appointment) it has in hand. */
  readonly hand: Id | null;
  /** When it said so, ms since 1970. */
  readonly atMs: number;
};

const isHere = ({ atMs }: Presence, nowMs: number) => nowMs - atMs < HERE_FOR_S * 1000;
const lets = ({ hand, atMs }: Presence, nowMs: number) => hand !== null && nowMs - atMs >= HELD_FOR_S * 1000;

/** Who is still here, with what is still in hand. The same array when nothing has run out. */
export function stillHere(known: readonly Presence[], nowMs: number): readonly Presence[] {
  if (known.every((one) => isHere(one, nowMs) && !lets(one, nowMs))) return known;
  return known
    .filter((one) => isHere(one, nowMs))
    .map((one) => (lets(one, nowMs) ? { ...one, hand: null } : one));
}

/**
 * What is known after a page has spoken. A visit in somebody else's hand stays there: the page then has none, which is
 * how it learns that it may not lift it.
 */
export function heard(known: readonly Presence[], said: Presence): readonly Presence[] {
  const others = stillHere(known, said.atMs).filter(
    ({ userId, page }) => userId !== said.userId || page !== said.page,
  );
  if (said.day === null) return others;
  const isTaken = said.hand !== null && others.some(({ hand }) => hand === said.hand);
  const pages = others.filter(({ userId }) => userId === said.userId);
  const oldest = pages.length >= MOST_PAGES ? pages.reduce((a, b) => (b.atMs < a.atMs ? b : a)) : null;
  return [...others.filter((one) => one !== oldest), isTaken ? { ...said, hand: null } : said];
}

/** Whether anybody would see a difference; when something was last said does not count. */
export const looksSame = (one: readonly Presence[], other: readonly Presence[]): boolean =>
  one.length === other.length &&
  one.every((before) =>
    other.some(
      (after) =>
        before.userId === after.userId &&
        before.page === after.page &&
        before.day === after.day &&
        before.hand === after.hand,
    ),
  );

/** Two visits change places: technicians and times; each stays as long as it is. */
import type { Id } from '../../ids.ts';
import { addMinutes, minutesBetween } from '../../time.ts';
import { overlaps } from '../overlaps.ts';
import {
  type ArrangedDay,
  begunRefusal,
  changing,
  crewOf,
  type Proposal,
  placedAt,
  visitOn,
} from './arranged-day.ts';
import { exchanges } from './visit-move.ts';

/**
 * Each starts when the other did. Two of one technician that would then run into each other, because the longer one
 * goes first, take the same stretch of the day instead: the later ends when the later one ended.
 */
export function swapTwo(day: ArrangedDay, one: Id, other: Id): Proposal {
  if (one === other) throw new Error('A visit cannot change places with itself');
  const [a, b] = [visitOn(day, one), visitOn(day, other)];
  for (const visit of [a, b]) {
    const refusal = begunRefusal(visit, 'reschedule');
    if (refusal) return { ok: false, refusal };
  }
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const [crewOfFirst, crewOfSecond] = [crewOf(first), crewOf(second)];
  const early = placedAt(second, first.start, exchanges(crewOfSecond, crewOfFirst));
  const late = placedAt(first, second.start, exchanges(crewOfFirst, crewOfSecond));
  const isShared = crewOfFirst.some((id) => crewOfSecond.includes(id));
  const wereApart = !overlaps(first, second);
  if (!isShared || !wereApart || !overlaps(early, late)) return changing(day, [early, late]);
  const backwards = addMinutes(second.end, -minutesBetween(first.start, first.end));
  return changing(day, [early, placedAt(first, backwards, late.technicians)]);
}

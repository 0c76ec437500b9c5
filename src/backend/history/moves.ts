/** Who moved what and why (domain-rules §10): moves of a board day, of a technician on it, of a job or a visit. */
import { MOST_MOVES, type Move, type Moves, type MovesQuery } from '#contract/moves.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { daySpan, type Instant, type Span } from '#domain/time.ts';
import { homeZone } from '../board/queries.ts';
import { visitsEverOn } from './day-candidates.ts';
import { moveFacts } from './move-facts.ts';
import { spanMoves } from './span-moves.ts';
import { visibleVisits, visitMoves } from './visit-moves.ts';

/** A move without its step: what `moveFacts` adds. */
export type BareMove = Pick<Move, 'operationId' | 'at' | 'subject' | 'fields' | 'before' | 'after'> & {
  readonly reason: string | null;
};

export async function movesOf(tx: Transaction, actor: Actor, query: MovesQuery): Promise<Moves> {
  const bare = await inScope(tx, actor, query);
  bare.sort(newestFirst);
  const { since, until, actorId } = query;
  const isWithin = ({ at }: { at: Instant }) => (!since || at >= since) && (!until || at < until);
  const facts = await moveFacts(tx, bare);
  const people = new Map(
    bare.map(({ operationId }) => {
      const { actorId: id, actorName: name } = facts.get(operationId)!;
      return [id, { id, name }];
    }),
  );
  const chosen = bare.filter(
    ({ operationId }) => actorId === undefined || facts.get(operationId)!.actorId === actorId,
  );
  const within = chosen.filter(isWithin);
  return {
    items: within.slice(0, MOST_MOVES).map(({ reason, ...one }): Move => {
      const step = facts.get(one.operationId)!;
      return { ...one, ...step, reason: reason ?? step.reason };
    }),
    total: within.length,
    times: [...new Set(within.map(({ at }) => at))].reverse(),
    earlier: (since && chosen.find(({ at }) => at < since)?.at) ?? null,
    later: (until && chosen.findLast(({ at }) => at >= until)?.at) ?? null,
    people: [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

const newestFirst = (a: BareMove, b: BareMove): number =>
  a.at === b.at ? b.operationId - a.operationId || b.subject.id - a.subject.id : a.at < b.at ? 1 : -1;

async function inScope(tx: Transaction, actor: Actor, query: MovesQuery): Promise<BareMove[]> {
  const { day, jobId, appointmentId, technicianId } = query;
  if (!day) return visitMoves(tx, await visibleVisits(tx, actor, { jobId, appointmentId }));
  const span = daySpan(day, query.timeZone ?? (await homeZone(tx, actor)));
  const ids = await visitsEverOn(tx, span);
  const moves = [
    ...(await visitMoves(tx, await visibleVisits(tx, actor, { ids }))),
    ...(await spanMoves(tx, span)),
  ];
  return moves.filter(({ before, after }) =>
    [before, after].some((place) => place !== null && concerns(place, span, technicianId)),
  );
}

const concerns = (place: Move['after'], { start, end }: Span, technicianId: Id | undefined): boolean =>
  place.active &&
  place.start < end &&
  place.end > start &&
  (technicianId === undefined || place.technicians.some(({ id }) => id === technicianId));

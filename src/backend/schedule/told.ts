/** What stands in the way, as a refusal tells it. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Conflict } from '#domain/schedule/consequences.ts';
import type { CardPair } from '../jobs/save-cards.ts';
import type { CommandContext } from '../write/context.ts';
import { factsOf } from './facts.ts';

/** Conflicts as the actor may hear them: names, and the other job unless it is another business unit's (domain-rules §9). */
export async function told(
  tx: Transaction,
  context: Pick<CommandContext, 'actor'>,
  hard: readonly Conflict[],
  nameOf: ReadonlyMap<Id, string>,
) {
  const otherIds = hard.flatMap(({ code, params }) =>
    code === 'overlap' ? [params.otherSourceId as Id] : [],
  );
  const facts = await factsOf(tx, otherIds);
  const units = context.actor.businessUnitIds;
  return hard.map(({ code, params }) => {
    const other = code === 'overlap' ? facts.get(params.otherSourceId as Id) : undefined;
    const isMine = other && (units === null || units.includes(other.businessUnitId));
    return {
      code,
      ...params,
      technicianName: nameOf.get(params.technicianId) ?? '',
      ...(isMine
        ? { jobId: other.jobId, jobNumber: other.jobNumber, appointmentId: other.appointmentId }
        : {}),
    };
  });
}

/**
 * As `told`, naming in `visit` whose time is taken, since a step may be on many. An assignment the same step makes is
 * not in the database yet: the other job's name comes from its card.
 */
export async function toldOfVisits(
  tx: Transaction,
  context: Pick<CommandContext, 'actor'>,
  hard: readonly Conflict[],
  nameOf: ReadonlyMap<Id, string>,
  pairs: readonly CardPair[],
) {
  const visitOf = new Map<Id, { id: Id; label: string; jobId: Id; jobNumber: number }>();
  for (const { after } of pairs) {
    const { id: jobId, number: jobNumber } = after.job;
    const labelOf = new Map(after.appointments.map((one) => [one.id, `${jobNumber}-${one.number}`]));
    for (const { id, appointmentId } of after.assignments) {
      visitOf.set(id, { id: appointmentId, label: labelOf.get(appointmentId)!, jobId, jobNumber });
    }
  }
  return (await told(tx, context, hard, nameOf)).map((one) => {
    const own = visitOf.get(one.sourceId);
    const other = 'otherSourceId' in one ? visitOf.get(one.otherSourceId) : undefined;
    return {
      ...(other ? { jobId: other.jobId, jobNumber: other.jobNumber, appointmentId: other.id } : {}),
      ...one,
      ...(own ? { visit: { id: own.id, label: own.label } } : {}),
    };
  });
}

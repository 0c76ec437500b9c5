import type { Move } from '#contract/moves.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';

/** One row of history, as far as a move tells of it. */
export type Write = {
  readonly id: Id;
  readonly at: Instant;
  readonly created: boolean;
  readonly operationId: Id;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
};

type Facts = Pick<Move, 'actorId' | 'actorName' | 'channel' | 'verb' | 'reason' | 'undone'>;

/** Of each step who took it, by which way and why. */
export async function moveFacts(
  tx: Transaction,
  moves: readonly { readonly operationId: Id }[],
): Promise<ReadonlyMap<Id, Facts>> {
  const rows = await tx.query<Facts & { id: Id }>(
    `select o.id, o.user_id as "actorId", coalesce(u.name, 'Truckroll') as "actorName", o.channel, o.verb, o.reason,
       o.undone_by is not null as undone
     from office.operations o left join office.users u on u.tenant_id = o.tenant_id and u.id = o.user_id
     where o.tenant_id = $1 and o.id = any($2::bigint[])`,
    [tx.tenantId, [...new Set(moves.map(({ operationId }) => operationId))]],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** Technicians as they are called now: a move is about a person, whatever the name was. */
export async function technicianNames(tx: Transaction): Promise<(id: Id) => { id: Id; name: string }> {
  const rows = await tx.query<{ id: Id; name: string }>(
    'select id, name from company.technicians where tenant_id = $1',
    [tx.tenantId],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? '' });
}

export async function holdingLaneNames(tx: Transaction): Promise<ReadonlyMap<Id, string>> {
  const rows = await tx.query<{ id: Id; name: string }>(
    'select id, name from company.holding_lanes where tenant_id = $1',
    [tx.tenantId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

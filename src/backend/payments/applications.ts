/** What is applied to what, in and out of the database; told as words in the histories of both sides. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { decimalOfCents } from '#domain/money.ts';
import type { Planned } from '#domain/receivables/applying.ts';
import { type Application, type DocumentRef, entriesOf, keyOf } from '#domain/receivables/ledger.ts';
import { writeEntries } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import type { FieldChanges } from '../write/differences.ts';
import { newIds } from '../write/ids.ts';

/** The rows and their entries, each in one statement however many. Call after the records were saved. */
export async function writeApplications(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  planned: readonly Planned[],
): Promise<Application[]> {
  if (planned.length === 0) return [];
  const ids = await newIds(tx, planned.length);
  const applications = planned.map((one, at): Application => ({ ...one, id: ids[at]! }));
  const rows = applications.map(({ id, from, to, cents, effectiveOn }) => ({
    id,
    from_kind: from.kind,
    from_id: from.id,
    to_kind: to.kind,
    to_id: to.id,
    cents,
    effective_on: effectiveOn,
  }));
  await tx.query(
    planOnce(`insert into company.ar_applications
       (tenant_id, id, from_kind, from_id, to_kind, to_id, cents, effective_on, made)
     select $1, r.id, r.from_kind, r.from_id, r.to_kind, r.to_id, r.cents, r.effective_on, $2
     from jsonb_to_recordset($3::jsonb) as r(id bigint, from_kind text, from_id bigint, to_kind text, to_id bigint,
       cents bigint, effective_on date)`),
    [tx.tenantId, json({ by: context.actor.userId, at: context.now }), json(rows)],
  );
  await writeEntries(tx, context, operationId, applications.flatMap(entriesOf));
  return applications;
}

const COLUMNS = `id, jsonb_build_object('kind', from_kind, 'id', from_id) as "from",
  jsonb_build_object('kind', to_kind, 'id', to_id) as "to", cents, effective_on as "effectiveOn"`;
type Stored = Application & { readonly isUndone: boolean };

/** In id order; those that were taken back, too. Which documents they are of never changes. */
export const loadApplications = (tx: Transaction, ids: readonly Id[]): Promise<Stored[]> =>
  tx.query<Stored>(
    planOnce(`select ${COLUMNS}, undone is not null as "isUndone" from company.ar_applications
     where tenant_id = $1 and id = any($2::bigint[]) order by id`),
    [tx.tenantId, ids],
  );

/** What stands of the use of one credit, in id order. */
export const applicationsOfCredit = (tx: Transaction, { kind, id }: DocumentRef): Promise<Application[]> =>
  tx.query<Application>(
    planOnce(`select ${COLUMNS} from company.ar_applications
     where tenant_id = $1 and from_kind = $2 and from_id = $3 and undone is null order by id`),
    [tx.tenantId, kind, id],
  );

type Told = Pick<Planned, 'from' | 'to' | 'cents'>;
type Numbered = DocumentRef & { readonly number: number };

/**
 * For the histories of all documents that are named, by `keyOf`: what was applied to them, and what was taken back.
 * @param documents by `keyOf`
 */
export function toldOf(
  documents: ReadonlyMap<string, Numbered>,
  made: readonly Told[],
  undone: readonly Told[] = [],
): ReadonlyMap<string, FieldChanges> {
  const told = new Map<string, [string[], string[]]>();
  const say = (of: DocumentRef, other: DocumentRef, { cents }: Told, at: 0 | 1) => {
    const { kind, number } = documents.get(keyOf(other))!;
    const words = `${kind === 'invoice' ? 'Invoice' : 'Payment'} ${number}: ${decimalOfCents(cents)}`;
    const key = keyOf(of);
    if (!told.has(key)) told.set(key, [[], []]);
    told.get(key)![at].push(words);
  };
  for (const [all, at] of [
    [undone, 0],
    [made, 1],
  ] as const) {
    for (const one of all) {
      say(one.from, one.to, one, at);
      say(one.to, one.from, one, at);
    }
  }
  return new Map([...told].map(([key, applications]) => [key, { applications }]));
}

/** They stay, with who took them back: the reversal is in the ledger. */
export async function undoApplications(
  tx: Transaction,
  context: CommandContext,
  ids: readonly Id[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    planOnce(
      `update company.ar_applications set undone = $2 where tenant_id = $1 and id = any($3::bigint[])`,
    ),
    [tx.tenantId, json({ by: context.actor.userId, at: context.now }), ids],
  );
}

/** The records notes and files hang on: whose they are, and who may see them. */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { mayWriteOn, type OwnerKind } from '#domain/notes.ts';
import { grouped } from '../write/grouped.ts';

export type Owner = {
  readonly id: Id;
  /** Whose personal data may be in what hangs on it. */
  readonly customerId: Id | null;
  /** The units whose people may see it and are told of it, one event each; null among them: the whole company. */
  readonly businessUnitIds: readonly (Id | null)[];
  /** For the undo menu: "Job 1042". */
  readonly label: string;
};

const row = (table: string, customer: string, units: string, label: string) =>
  `select o.id, ${customer} as "customerId", ${units} as "businessUnitIds", ${label} as label
   from company.${table} o where o.tenant_id = $1 and o.id = any($2::bigint[])`;
const NOBODY = 'null::bigint';
const EVERYBODY = 'jsonb_build_array(null)';
const ITS_OWN = 'jsonb_build_array(o.business_unit_id)';
/** Of a project: those that do its jobs (as `visibleProject`); the whole company's while it has none. */
const OF_ITS_JOBS = `coalesce((select jsonb_agg(distinct j.business_unit_id)
  from company.jobs j where j.tenant_id = o.tenant_id and j.project_id = o.id), ${EVERYBODY})`;

const OWNERS: Readonly<Record<OwnerKind, string>> = {
  job: row('jobs', 'o.customer_id', ITS_OWN, `'Job ' || o.number`),
  customer: row('customers', 'o.id', EVERYBODY, 'o.name'),
  location: row('locations', 'o.customer_id', EVERYBODY, 'o.street'),
  project: row('projects', 'o.customer_id', OF_ITS_JOBS, `'Project ' || o.number`),
  technician: row('technicians', NOBODY, EVERYBODY, 'o.name'),
  invoice: row('invoices', 'o.customer_id', ITS_OWN, `'Invoice ' || o.number`),
  vendor: row('vendors', NOBODY, EVERYBODY, 'o.name'),
};

export type OwnerRef = { readonly ownerKind: OwnerKind; readonly ownerId: Id };

/**
 * Of many notes or files, each kind of owner in one statement.
 * @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from
 */
export async function ownersOf(
  tx: Transaction,
  actor: Actor,
  refs: readonly OwnerRef[],
): Promise<(ref: OwnerRef) => Owner> {
  const owners = new Map<string, Owner>();
  for (const [kind, ones] of grouped(refs, ({ ownerKind }) => ownerKind)) {
    const ids = [...new Set(ones.map(({ ownerId }) => ownerId))];
    for (const owner of await tx.query<Owner>(OWNERS[kind], [tx.tenantId, ids]))
      owners.set(`${kind} ${owner.id}`, owner);
  }
  const units = actor.businessUnitIds;
  // Whoever sees no vendors is told nothing that hangs on one either (domain-rules §9).
  const isUnseen = (kind: OwnerKind) => kind === 'vendor' && !actor.rights.includes('seeVendors');
  return ({ ownerKind: kind, ownerId }) => {
    const owner = owners.get(`${kind} ${ownerId}`);
    if (
      !owner ||
      isUnseen(kind) ||
      (units && !owner.businessUnitIds.some((unit) => unit === null || units.includes(unit)))
    ) {
      throw new ProblemError('record.not_found', { kind });
    }
    return owner;
  };
}

/**
 * As `ownerOf`, for who is about to write on it or change what is written there.
 * @throws ProblemError session.forbidden (403) for somebody who only reads it
 */
export async function writableOwner(
  tx: Transaction,
  actor: Actor,
  ownerKind: OwnerKind,
  ownerId: Id,
): Promise<Owner> {
  const owner = await ownerOf(tx, actor, ownerKind, ownerId);
  if (!mayWriteOn(actor.roles, ownerKind)) throw new ProblemError('session.forbidden');
  return owner;
}

/** As `ownersOf`, of one. */
export async function ownerOf(
  tx: Transaction,
  actor: Actor,
  ownerKind: OwnerKind,
  ownerId: Id,
): Promise<Owner> {
  const ref = { ownerKind, ownerId };
  return (await ownersOf(tx, actor, [ref]))(ref);
}

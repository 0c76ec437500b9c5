/**
 * What a step has made is taken back only as long as it is whoever made it's alone (domain-rules §10): not when
 * somebody else has changed it since, and not from under work, notes or set-up that came to lean on it.
 */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { isSameValue } from '#domain/same-value.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { SETUP_KINDS } from '#domain/setup/kinds.ts';
import type { ChangedSince } from '#domain/undo.ts';
import { checkCustomerActive, checkLocationActive } from '../customers/out-of-use.ts';
import { usesAmong } from '../setup/uses.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { isInvoiceKind } from '../write/records.ts';
import { isDerived } from './derived.ts';
import type { StepChange } from './write-back.ts';

type Step = { readonly changes: readonly StepChange[] };
type CurrentOf = (kind: string, id: Id) => Readonly<Record<string, unknown>> | undefined;

/**
 * Call with the records locked.
 * @throws ProblemError undo.changed_since (409) with what others have changed side by side; undo.not_possible (409),
 *   `because` customer.open_jobs, location.open_jobs or undo.in_use
 */
export async function checkMade(
  tx: Transaction,
  context: CommandContext,
  step: Step,
  currentOf: CurrentOf,
): Promise<void> {
  const made = step.changes.filter(({ kind, created }) => created && !isInvoiceKind(kind));
  if (made.length === 0) return;
  const changed = await changedByOthers(tx, context, made, currentOf);
  if (changed.length > 0) throw new ProblemError('undo.changed_since', { changed });
  await checkNotInUse(tx, context, step, made);
}

async function changedByOthers(
  tx: Transaction,
  { actor }: CommandContext,
  made: readonly StepChange[],
  currentOf: CurrentOf,
): Promise<ChangedSince[]> {
  const touched = await tx.query<{ kind: string; id: Id; field: string }>(
    `select distinct h.record_kind as kind, h.record_id as id, f.field
     from jsonb_to_recordset($2::jsonb) as r(kind text, id bigint)
     join company.history h on h.tenant_id = $1 and h.record_kind = r.kind and h.record_id = r.id
     cross join lateral jsonb_object_keys(h.changes || coalesce(h.personal, '{}'::jsonb)) f(field)
     where not h.created and h.actor_id <> $3 order by 1, 2, 3`,
    [tx.tenantId, json(made.map(({ kind, id }) => ({ kind, id }))), actor.userId],
  );
  const madeOf = new Map(made.map((one) => [`${one.kind} ${one.id}`, one]));
  return touched.flatMap(({ kind, id, field }) => {
    const current = currentOf(kind, id);
    // Gone or out of use already: nothing of it is taken back.
    if (!current || current.active === false || isDerived(kind, field)) return [];
    const yours = madeOf.get(`${kind} ${id}`)!.fields[field]?.[1] ?? null;
    const theirs = current[field] ?? null;
    return isSameValue(yours, theirs) ? [] : [{ kind, id, field, yours, theirs }];
  });
}

async function checkNotInUse(
  tx: Transaction,
  context: CommandContext,
  step: Step,
  made: readonly StepChange[],
): Promise<void> {
  const own = step.changes.map(({ id }) => id);
  for (const { kind, id } of made) {
    if (kind === 'customer')
      await checkCustomerActive(tx, context, id, { active: false, besides: own }).catch(asNotPossible);
    if (kind === 'location')
      await checkLocationActive(tx, context, id, { active: false, besides: own }).catch(asNotPossible);
  }
  for (const [kind, ones] of grouped(made, (one) => one.kind)) {
    const ids = ones.map(({ id }) => id);
    const uses =
      kind in SETUP_KINDS
        ? (await usesAmong(tx, kind as SetupKind, ids, { units: null, own })).map(({ of }) => of)
        : await addedByOthers(tx, context, kind, ids, own);
    if (uses.length > 0) throw new ProblemError('undo.not_possible', { because: 'undo.in_use', kind, uses });
  }
}

/** For `.catch`: the rule that stands in the way of a taking back. */
export const asNotPossible = (error: unknown): never => {
  throw error instanceof ProblemError
    ? new ProblemError('undo.not_possible', { ...error.params, because: error.code })
    : error;
};

const ABOUT = (kind: string) => `owner_kind = '${kind}' and owner_id = any($2::bigint[]) and active`;
/** What others may hang on a record, by its kind; jobs are asked about apart. */
const HANGING: Readonly<
  Record<string, Readonly<Record<string, readonly [table: string, condition: string]>>>
> = {
  customer: {
    location: ['locations', 'customer_id = any($2::bigint[]) and active'],
    contact: ['contacts', 'customer_id = any($2::bigint[]) and active'],
    project: [
      'projects',
      '(customer_id = any($2::bigint[]) or bill_to_customer_id = any($2::bigint[])) and active',
    ],
    note: ['notes', ABOUT('customer')],
    file: ['files', ABOUT('customer')],
    call: ['calls', 'customer_id = any($2::bigint[]) and active'],
  },
  location: {
    contact: ['contacts', 'location_id = any($2::bigint[]) and active'],
    project: ['projects', 'location_id = any($2::bigint[]) and active'],
    note: ['notes', ABOUT('location')],
    file: ['files', ABOUT('location')],
  },
  project: {
    projectBudgetLine: ['project_budget_lines', 'project_id = any($2::bigint[]) and active'],
    note: ['notes', ABOUT('project')],
    file: ['files', ABOUT('project')],
  },
  vendor: {
    vendorContact: ['vendor_contacts', 'vendor_id = any($2::bigint[]) and active'],
    catalogueItem: ['catalogue_items', 'vendor_id = any($2::bigint[]) and active'],
    note: ['notes', ABOUT('vendor')],
    file: ['files', ABOUT('vendor')],
  },
  sku: { catalogueItem: ['catalogue_items', 'sku_id = any($2::bigint[]) and active'] },
};

/** The kinds of what somebody else has added; what one has added oneself goes along or was meant to. */
async function addedByOthers(
  tx: Transaction,
  { actor }: CommandContext,
  kind: string,
  ids: readonly Id[],
  own: readonly Id[],
): Promise<string[]> {
  const questions = Object.entries(HANGING[kind] ?? {}).map(
    ([of, [table, condition]]) =>
      `select '${of}' as of from company.${table} r
       join company.history h on h.tenant_id = $1 and h.record_kind = '${of}' and h.record_id = r.id and h.created
       where r.tenant_id = $1 and ${condition} and r.id <> all($3::bigint[]) and h.actor_id <> $4`,
  );
  if (questions.length === 0) return [];
  const rows = await tx.query<{ of: string }>(questions.join(' union '), [
    tx.tenantId,
    ids,
    own,
    actor.userId,
  ]);
  return rows.map(({ of }) => of).sort();
}

/** What another program calls a record: one of its kind has a key, and who wants it a second time is told who has it. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from './context.ts';

/** How a record is called to people, whose page shows it, and the units it is confined to. */
const KEYED = {
  customer: { table: 'company.customers', name: 'r.name', pageId: 'r.id', unitId: 'null' },
  location: { table: 'company.locations', name: 'r.street', pageId: 'r.customer_id', unitId: 'null' },
  contact: { table: 'company.contacts', name: 'r.value', pageId: 'r.customer_id', unitId: 'null' },
  job: { table: 'company.jobs', name: 'r.number::text', pageId: 'r.id', unitId: 'r.business_unit_id' },
  // A project is seen by its jobs' units: who is confined is not told which one it is.
  project: { table: 'company.projects', name: 'r.number::text', pageId: 'r.id', unitId: '0' },
} as const;

/**
 * @param keys of new and of changed records; null and undefined ask for nothing
 * @param own the record that is changed: it may keep its key
 * @throws ProblemError record.key_taken (409) with kind, name and the page of who has it; another business unit's job
 *   is not told (domain-rules §9)
 */
export async function checkExternalKeys(
  tx: Transaction,
  { actor }: Pick<CommandContext, 'actor'>,
  kind: keyof typeof KEYED,
  keys: readonly (string | null | undefined)[],
  own: Id | null = null,
): Promise<void> {
  const wanted = keys.filter((key) => key !== null && key !== undefined);
  if (wanted.length === 0) return;
  const field = [{ path: own === null ? 'externalKey' : 'changes.externalKey', code: 'taken', message: '' }];
  if (new Set(wanted).size < wanted.length) throw new ProblemError('record.key_taken', { kind }, field);
  const { table, name, pageId, unitId } = KEYED[kind];
  const [taken] = await tx.query<{ name: string; pageId: Id; isSeen: boolean }>(
    `select ${name} as name, ${pageId} as "pageId",
       ($4::bigint[] is null or ${unitId} is null or ${unitId} = any($4::bigint[])) as "isSeen"
     from ${table} r where r.tenant_id = $1 and r.external_key = any($2::text[]) and r.id is distinct from $3::bigint
     order by r.id limit 1`,
    [tx.tenantId, wanted, own, actor.businessUnitIds],
  );
  if (!taken) return;
  const who = taken.isSeen ? { kind, name: taken.name, pageId: taken.pageId } : { kind };
  throw new ProblemError('record.key_taken', who, field);
}

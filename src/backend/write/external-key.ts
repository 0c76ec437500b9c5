/** What another program calls a record: one of its kind has a key, and who wants it a second time is told who has it. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from './context.ts';

type Keyed = {
  readonly table: string;
  readonly name: string;
  readonly pageId: string;
  readonly unitId: string;
};
const ofTechnician = (table: string): Keyed => ({
  table,
  name: '(select t.name from company.technicians t where t.tenant_id = r.tenant_id and t.id = r.technician_id)',
  pageId: 'r.technician_id',
  unitId: 'null',
});

/** How a record is called to people, whose page shows it, and the units it is confined to. */
const KEYED = {
  customer: { table: 'company.customers', name: 'r.name', pageId: 'r.id', unitId: 'null' },
  location: { table: 'company.locations', name: 'r.street', pageId: 'r.customer_id', unitId: 'null' },
  contact: { table: 'company.contacts', name: 'r.value', pageId: 'r.customer_id', unitId: 'null' },
  job: { table: 'company.jobs', name: 'r.number::text', pageId: 'r.id', unitId: 'r.business_unit_id' },
  // A project is seen by its jobs' units: who is confined is not told which one it is.
  project: { table: 'company.projects', name: 'r.number::text', pageId: 'r.id', unitId: '0' },
  vendor: { table: 'company.vendors', name: 'r.name', pageId: 'r.id', unitId: 'null' },
  vendorContact: { table: 'company.vendor_contacts', name: 'r.name', pageId: 'r.vendor_id', unitId: 'null' },
  catalogueItem: {
    table: 'company.catalogue_items',
    name: '(select s.code from company.skus s where s.tenant_id = r.tenant_id and s.id = r.sku_id)',
    pageId: 'r.vendor_id',
    unitId: 'null',
  },
  sku: { table: 'company.skus', name: 'r.code', pageId: 'r.id', unitId: 'null' },
  appointment: {
    table: 'company.appointments',
    name: `(select j.number from company.jobs j where j.tenant_id = r.tenant_id and j.id = r.job_id) || '-' || r.number`,
    pageId: 'r.job_id',
    unitId:
      '(select j.business_unit_id from company.jobs j where j.tenant_id = r.tenant_id and j.id = r.job_id)',
  },
  timeOff: ofTechnician('company.time_off'),
  nonJobEvent: ofTechnician('company.non_job_events'),
  shift: ofTechnician('company.shifts'),
  // Seen by who sees what they hang on, of which there are many kinds.
  note: { table: 'company.notes', name: 'left(r.text, 60)', pageId: 'r.owner_id', unitId: '0' },
  file: { table: 'company.files', name: 'r.name', pageId: 'r.owner_id', unitId: '0' },
} as const satisfies Record<string, Keyed>;
export type KeyedKind = keyof typeof KEYED;

/** Deleted in the course of the day: a key names one of those that stand (migration 0036). */
const WHILE_ACTIVE = ['appointment', 'timeOff', 'nonJobEvent', 'shift', 'note', 'file'];
export const isKeyedWhileActive = (kind: string): boolean => WHILE_ACTIVE.includes(kind);

/**
 * @param keys of new and of changed records; null and undefined ask for nothing
 * @param own the record that is changed: it may keep its key
 * @throws ProblemError record.key_taken (409) with kind, name and the page of who has it; another business unit's job
 *   is not told (domain-rules §9)
 */
export async function checkExternalKeys(
  tx: Transaction,
  { actor }: Pick<CommandContext, 'actor'>,
  kind: KeyedKind,
  keys: readonly (string | null | undefined)[],
  own: Id | null = null,
): Promise<void> {
  const wanted = keys.filter((key) => key !== null && key !== undefined);
  if (wanted.length === 0) return;
  // A visit's key has a command of its own, without `changes`.
  const path = own === null || kind === 'appointment' ? 'externalKey' : 'changes.externalKey';
  const field = [{ path, code: 'taken', message: '' }];
  if (new Set(wanted).size < wanted.length) throw new ProblemError('record.key_taken', { kind }, field);
  const { table, name, pageId, unitId } = KEYED[kind];
  const [taken] = await tx.query<{ name: string; pageId: Id; isSeen: boolean }>(
    `select ${name} as name, ${pageId} as "pageId",
       ($4::bigint[] is null or ${unitId} is null or ${unitId} = any($4::bigint[])) as "isSeen"
     from ${table} r where r.tenant_id = $1 and r.external_key = any($2::text[]) and r.id is distinct from $3::bigint
       ${isKeyedWhileActive(kind) ? 'and r.active' : ''}
     order by r.id limit 1`,
    [tx.tenantId, wanted, own, actor.businessUnitIds],
  );
  if (!taken) return;
  const who = taken.isSeen ? { kind, name: taken.name, pageId: taken.pageId } : { kind };
  throw new ProblemError('record.key_taken', who, field);
}

type Named = { readonly id: Id; readonly active: boolean; readonly externalKey?: string | null };

/**
 * Of a record that goes when it is deleted: its key is asked for when it is given, and again when the record comes back.
 * @throws ProblemError as `checkExternalKeys`
 */
export async function checkStandingKey(
  tx: Transaction,
  context: Pick<CommandContext, 'actor'>,
  kind: KeyedKind,
  before: Partial<Named> | null,
  after: Named,
): Promise<void> {
  const asksFor = after.active && (!before?.active || before.externalKey !== after.externalKey);
  if (asksFor) await checkExternalKeys(tx, context, kind, [after.externalKey], before ? after.id : null);
}

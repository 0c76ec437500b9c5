/** Whom the jobs of a batch name, found by the key of the other program or by name; several of one name are told. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { JobPlan } from '#domain/import-records/plan-job.ts';
import { selectList } from '../../write/load.ts';
import { RECORDS, type RecordKind, type StoredRecord } from '../../write/records.ts';
import { customersOf, type Known, placesOf } from './known.ts';

export type Found<T> =
  | { readonly kind: 'one'; readonly record: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly count: number };
type Named = StoredRecord & { readonly name: string };
export type JobType = Named & { readonly businessUnitIds: readonly Id[]; readonly durationMinutes: number };
export type Unit = Named & { readonly defaultCampaignId: Id | null };

export type JobReferences = {
  readonly customers: Known['customers'];
  /** Active ones of that customer. */
  readonly locationsOf: Known['locationsOf'];
  readonly jobTypes: Finder<JobType>;
  readonly units: Finder<Unit>;
  readonly campaigns: Finder<Named>;
  readonly technicians: Finder<Named>;
  readonly tags: Finder<Named>;
  /** Jobs that were made from a row of that key. */
  readonly jobOf: ReadonlyMap<string, Id>;
};
type Finder<T> = { readonly all: readonly T[]; find(ref: string): Found<T> };

async function finder<T extends Named>(tx: Transaction, kind: RecordKind): Promise<Finder<T>> {
  const all = await tx.query<T>(
    `select ${selectList(kind, 'r')} from ${RECORDS[kind].table} r where r.tenant_id = $1 and r.active order by r.id`,
    [tx.tenantId],
  );
  return {
    all,
    find(ref) {
      const byKey = all.find(({ externalKey }) => externalKey === ref);
      if (byKey) return { kind: 'one', record: byKey };
      const [record, ...more] = all.filter(({ name }) => name.toLowerCase() === ref.toLowerCase());
      if (!record) return { kind: 'none' };
      return more.length === 0 ? { kind: 'one', record } : { kind: 'several', count: more.length + 1 };
    },
  };
}

export async function jobReferences(tx: Transaction, batch: readonly JobPlan[]): Promise<JobReferences> {
  const jobs = batch.flatMap(({ job }) => job ?? []);
  const customers = await customersOf(
    tx,
    jobs.map(({ customer }) => customer),
  );
  const existing = await tx.query<{ key: string; id: Id }>(
    'select external_key as key, id from company.jobs where tenant_id = $1 and external_key = any($2::text[])',
    [tx.tenantId, batch.map(({ key }) => key)],
  );
  return {
    customers: customers.find,
    locationsOf: await placesOf(
      tx,
      customers.all.map(({ id }) => id),
    ),
    jobTypes: await finder<JobType>(tx, 'jobType'),
    units: await finder<Unit>(tx, 'businessUnit'),
    campaigns: await finder<Named>(tx, 'campaign'),
    technicians: await finder<Named>(tx, 'technician'),
    tags: await finder<Named>(tx, 'tag'),
    jobOf: new Map(existing.map(({ key, id }) => [key, id])),
  };
}

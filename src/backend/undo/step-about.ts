/** What a step was about, for a sentence a person recognises it by: the job, and from where to where a visit went. */
import type { Operation } from '#contract/history.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';

type Change = {
  readonly kind: string;
  readonly id: Id;
  readonly created: boolean;
  readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
};
export type Step = { readonly id: Id; readonly changes: readonly Change[] };
export type About = Pick<Operation, 'about' | 'moved'>;

type Row = {
  jobId: Id;
  visitId: Id | null;
  start: Instant | null;
  jobNumber: number;
  jobType: string;
  customer: string;
  timeZone: string;
};

/** Steps that touched several jobs, or none, are told by their labels alone. */
export async function aboutSteps(tx: Transaction, steps: readonly Step[]): Promise<Map<Id, About>> {
  const idsOf = (kind: string) =>
    steps.flatMap(({ changes }) => changes.filter((one) => one.kind === kind).map(({ id }) => id));
  const rows = await tx.query<Row>(
    `select j.id as "jobId", a.id as "visitId", a.start, j.number as "jobNumber", t.name as "jobType",
       c.name as customer, b.time_zone as "timeZone"
     from company.jobs j
     join company.job_types t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
     join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
     join company.business_units b on b.tenant_id = j.tenant_id and b.id = j.business_unit_id
     left join company.appointments a
       on a.tenant_id = j.tenant_id and a.job_id = j.id and a.id = any($3::bigint[])
     where j.tenant_id = $1 and (j.id = any($2::bigint[]) or a.id is not null)`,
    [tx.tenantId, idsOf('job'), idsOf('appointment')],
  );
  const names = await technicianNames(tx, steps);
  return new Map(steps.map((step) => [step.id, aboutStep(step, rows, names)]));
}

function aboutStep({ changes }: Step, rows: readonly Row[], names: ReadonlyMap<Id, string>): About {
  const touched = new Map<Id, Row>();
  for (const { kind, id } of changes) {
    const row = rows.find(
      (one) => (kind === 'job' ? one.jobId : kind === 'appointment' && one.visitId) === id,
    );
    if (row) touched.set(row.jobId, row);
  }
  const [job, ...others] = touched.values();
  if (!job || others.length > 0) return { about: null, moved: null };
  const { jobNumber, jobType, customer, timeZone } = job;
  const startOf = (id: Id) => rows.find(({ visitId }) => visitId === id)?.start ?? null;
  const moves = changes.filter(({ kind, created }) => kind === 'appointment' && !created);
  return {
    about: { jobNumber, jobType, customer, timeZone },
    moved: moves.map((one) => moveOf(one, startOf(one.id), names)).find((one) => one !== null) ?? null,
  };
}

/** null: neither the start nor who goes there changed. */
function moveOf(
  { fields }: Change,
  startNow: Instant | null,
  names: ReadonlyMap<Id, string>,
): NonNullable<Operation['moved']> | null {
  const [whoBefore, whoAfter] = (fields.technicians ?? [[], []]).map(technicianIds) as [Id[], Id[]];
  const isOther = whoBefore.join() !== whoAfter.join();
  if (!fields.start && !isOther) return null;
  const [from, to] = (fields.start ?? [startNow, startNow]) as readonly [Instant | null, Instant | null];
  if (from === null || to === null) return null;
  const named = (ids: readonly Id[]) => (isOther ? ids.map((id) => names.get(id) ?? '') : []);
  return {
    isReassigned: isOther,
    from: { start: from, technicians: named(whoBefore) },
    to: { start: to, technicians: named(whoAfter) },
  };
}

const technicianIds = (assignments: unknown): Id[] =>
  (Array.isArray(assignments) ? (assignments as { technicianId: Id }[]) : [])
    .map(({ technicianId }) => technicianId)
    .sort((a, b) => a - b);

async function technicianNames(tx: Transaction, steps: readonly Step[]): Promise<Map<Id, string>> {
  const ids = steps.flatMap(({ changes }) =>
    changes.flatMap(({ fields }) => (fields.technicians ?? []).flatMap(technicianIds)),
  );
  const rows = await tx.query<{ id: Id; name: string }>(
    'select id, name from company.technicians where tenant_id = $1 and id = any($2::bigint[])',
    [tx.tenantId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

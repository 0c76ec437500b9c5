/** Using what lies on the shelves on a job, putting it back, and saying that its parts were seen (issue 5, parts 7 and 8). */
import type { BodyOf } from '#contract/endpoints.ts';
import type { JobPartsWritten } from '#contract/job-parts.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { JobStatus } from '#domain/job/job-card.ts';
import { decideTakeBack, decideUse, type MaterialUse } from '#domain/job/materials.ts';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import { decideOrderReferences } from '#domain/purchasing/references.ts';
import type { Movement } from '#domain/sku/stock.ts';
import { invoicesChanged } from '../invoices/changed.ts';
import { followWork } from '../invoices/follow-work.ts';
import { emitCards } from '../jobs/save-cards.ts';
import { skusChanged } from '../skus/changed.ts';
import { lockedSku, type StoredSku } from '../skus/commands.ts';
import { writeMovements } from '../skus/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import type { FieldChanges } from '../write/differences.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { jobOf, jobParts, type StoredJob } from './queries.ts';

export async function useMaterial(
  tx: Transaction,
  context: CommandContext,
  jobId: Id,
  body: BodyOf<'jobs.useMaterial'>,
): Promise<JobPartsWritten> {
  const job = await jobOf(tx, context.actor, jobId, { lock: true });
  const sku = await lockedSku(tx, body.skuId);
  const place = await placeOf(tx, body.inventoryLocationId);
  if (body.technicianId !== null) await requireTechnician(tx, body.technicianId);
  const use: MaterialUse = { ...body, quantity: quantity(body.quantity) };
  const here = await lyingHere(tx, sku.id, place.id);
  const moved = must(decideUse(job.status as JobStatus, sku, use, here, `Job ${job.number}`));
  const [id] = (await newIds(tx, 1)) as [Id];
  const used = said(sku, use, place.name);
  const write = () =>
    tx.query(
      `insert into company.job_materials (tenant_id, id, job_id, sku_id, inventory_location_id, quantity, serials,
         technician_id, used_on, used_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.tenantId,
        id,
        jobId,
        sku.id,
        place.id,
        use.quantity,
        moved.serialsOut,
        body.technicianId,
        context.now,
        context.actor.userId,
      ],
    );
  return save(tx, context, { verb: 'job.material-used', job, sku, id, moved, told: [[], [used]], write });
}

export async function takeBackMaterial(
  tx: Transaction,
  context: CommandContext,
  jobId: Id,
  { materialId: id }: BodyOf<'jobs.takeBackMaterial'>,
): Promise<JobPartsWritten> {
  const job = await jobOf(tx, context.actor, jobId, { lock: true });
  const [known] = await tx.query<MaterialUse & { isTakenBack: boolean }>(
    `select sku_id as "skuId", inventory_location_id as "inventoryLocationId", quantity, serials,
       taken_back_on is not null as "isTakenBack"
     from company.job_materials where tenant_id = $1 and job_id = $2 and id = $3`,
    [tx.tenantId, jobId, id],
  );
  if (!known) throw new ProblemError('record.not_found', { kind: 'jobMaterial' });
  const sku = await lockedSku(tx, known.skuId);
  const place = await placeOf(tx, known.inventoryLocationId);
  const lying = await tx.query<{ serial: string }>(
    'select serial from company.stock_serials where tenant_id = $1 and sku_id = $2 and serial = any($3::text[])',
    [tx.tenantId, sku.id, known.serials],
  );
  const moved = must(
    decideTakeBack(
      { ...known, quantity: quantity(known.quantity) },
      lying.map(({ serial }) => serial),
      `Job ${job.number}`,
    ),
  );
  const used = said(sku, known, place.name);
  const write = () =>
    tx.query(
      `update company.job_materials set taken_back_on = $3, taken_back_by = $4 where tenant_id = $1 and id = $2`,
      [tx.tenantId, id, context.now, context.actor.userId],
    );
  return save(tx, context, {
    verb: 'job.material-taken-back',
    job,
    sku,
    id,
    moved,
    told: [[used], []],
    write,
    along: await followWork(tx, context.actor, 'JobPart', new Map([[id, quantity(0)]])),
  });
}

export async function seePartsIn(
  tx: Transaction,
  context: CommandContext,
  jobId: Id,
): Promise<JobPartsWritten> {
  const job = await jobOf(tx, context.actor, jobId, { lock: true });
  await tx.query(
    `insert into company.parts_in_seen (tenant_id, job_id, seen_on, seen_by) values ($1, $2, $3, $4)
     on conflict (tenant_id, job_id) do update set seen_on = excluded.seen_on, seen_by = excluded.seen_by`,
    [tx.tenantId, jobId, context.now, context.actor.userId],
  );
  const label = `Job ${job.number}`;
  const related: FieldChanges = { partsIn: [[], ['seen']] };
  const saved = await saveRecords(tx, context, { verb: 'job.parts-in-seen', undoable: false }, [
    { kind: 'job', before: job, after: job, label, related },
  ]);
  await emitCards(tx, context, 'job.parts-in-seen', saved);
  return { operationId: saved.operationId, parts: await jobParts(tx, context.actor, jobId) };
}

type Step = {
  readonly verb: string;
  readonly job: StoredJob;
  readonly sku: StoredSku;
  readonly id: Id;
  readonly moved: Movement;
  /** In the histories of the job and of the SKU: before and after. */
  readonly told: [string[], string[]];
  readonly write: () => Promise<unknown>;
  /** Invoices that ask for it. */
  readonly along?: readonly RecordChange[];
};

async function save(
  tx: Transaction,
  context: CommandContext,
  { verb, job, sku, id, moved, told, write, along = [] }: Step,
): Promise<JobPartsWritten> {
  const label = `Job ${job.number}`;
  const stock = told.map((all) => all.map((one) => `${label}: ${one}`)) as [string[], string[]];
  const saved = await saveRecords(tx, context, { verb, undoable: false }, [
    { kind: 'job', before: job, after: job, label, related: { materials: told } },
    { kind: 'sku', before: sku, after: sku, label: sku.code, related: { usedOnJobs: stock } },
    ...along,
  ]);
  await write();
  await writeMovements(tx, context, saved.operationId, [{ ...moved, jobMaterialId: id }]);
  const parts = await jobParts(tx, context.actor, job.id);
  // Its invoice is told by itself, whether it is the job's or the project's.
  const cards = saved.changes.filter(({ kind }) => kind !== 'invoice');
  await emitCards(tx, context, verb, { ...saved, changes: cards });
  await skusChanged(tx, context, saved, verb);
  await invoicesChanged(tx, context, saved);
  return { operationId: saved.operationId, parts };
}

const said = (
  { code, unit, name }: Pick<StoredSku, 'code' | 'unit' | 'name'>,
  use: MaterialUse,
  place: string,
): string =>
  [
    `${decimalOfQuantity(quantity(use.quantity))} ${unit} of ${code} ${name} from ${place}`,
    ...(use.serials.length > 0 ? [use.serials.join(', ')] : []),
  ].join(': ');

async function placeOf(tx: Transaction, id: Id): Promise<{ id: Id; name: string }> {
  const [place] = await loadRecords<{ id: Id; name: string }>(tx, 'inventoryLocation', [id]);
  if (!place) throw new ProblemError('record.not_found', { kind: 'inventoryLocation' });
  return place;
}

async function requireTechnician(tx: Transaction, id: Id): Promise<void> {
  const [technician] = await loadRecords<{ id: Id; active: boolean }>(tx, 'technician', [id]);
  if (!technician) throw new ProblemError('record.not_found', { kind: 'technician' });
  must(decideOrderReferences([{ kind: 'technician', id, active: technician.active }]));
}

/** Call with the SKU locked. */
async function lyingHere(tx: Transaction, skuId: Id, placeId: Id) {
  const [row] = await tx.query<{ onHand: number; serials: string[] }>(
    `select (select coalesce(sum(quantity), 0)::bigint from company.stock_movements
         where tenant_id = $1 and sku_id = $2 and inventory_location_id = $3) as "onHand",
       coalesce((select array_agg(serial) from company.stock_serials
         where tenant_id = $1 and sku_id = $2 and inventory_location_id = $3), '{}') as serials`,
    [tx.tenantId, skuId, placeId],
  );
  return { quantity: quantity(row!.onHand), serials: row!.serials };
}

/** What a payment names: there, this person's to see, and in use. */
import type { PaymentChoices } from '#contract/payment.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Work } from '#domain/payments/taking.ts';
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import { requireProjects } from '../projects/visible.ts';
import { loadRecords } from '../write/load.ts';
import { requireUnit } from '../write/require-unit.ts';

type Unit = {
  readonly id: Id;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly active: boolean;
};

/** @throws ProblemError record.not_found (404) */
export async function unitOf(tx: Transaction, actor: Actor, id: Id): Promise<Unit> {
  const [unit] = await loadRecords<Unit>(tx, 'businessUnit', [id]);
  if (!unit) throw new ProblemError('record.not_found', { kind: 'businessUnit' });
  requireUnit(actor, [id], 'businessUnit');
  return unit;
}

/** What is out of use is not chosen anew. @throws ProblemError record.not_found (404), payment.inactive_reference (422) */
export async function checkPaymentType(tx: Transaction, id: Id): Promise<void> {
  const [type] = await tx.query<{ name: string; active: boolean }>(
    'select name, active from company.payment_types where tenant_id = $1 and id = $2',
    [tx.tenantId, id],
  );
  if (!type) throw new ProblemError('record.not_found', { kind: 'paymentType' });
  if (!type.active)
    throw new ProblemError('payment.inactive_reference', {
      inactive: [{ kind: 'paymentType', name: type.name }],
    });
}

/** Whose work a deposit is for. @throws ProblemError record.not_found (404) */
export async function workOf(
  tx: Transaction,
  actor: Actor,
  { jobId, projectId }: { readonly jobId: Id | null; readonly projectId: Id | null },
): Promise<Work[]> {
  const [job] = jobId === null ? [] : await loadRecords<Work & { businessUnitId: Id }>(tx, 'job', [jobId]);
  if (jobId !== null && !job) throw new ProblemError('record.not_found', { kind: 'job' });
  if (job) requireUnit(actor, [job.businessUnitId], 'job');
  await requireProjects(tx, actor, projectId === null ? [] : [projectId]);
  const [project] = projectId === null ? [] : await loadRecords<Work>(tx, 'project', [projectId]);
  return [job ?? [], project ?? []].flat();
}

export async function choicesFor(
  tx: Transaction,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<PaymentChoices> {
  const paymentTypes = await tx.query<PaymentChoices['paymentTypes'][number]>(
    'select id, name, active from company.payment_types where tenant_id = $1 order by name, id',
    [tx.tenantId],
  );
  const units = await tx.query<Unit>(
    `select id, name, currency, time_zone as "timeZone", active from company.business_units
     where tenant_id = $1 and ($2::bigint[] is null or id = any($2::bigint[])) order by name, id`,
    [tx.tenantId, actor.businessUnitIds],
  );
  return {
    paymentTypes,
    businessUnits: units.map(({ timeZone, ...unit }) => ({ ...unit, today: dayOf(now, timeZone) as Day })),
  };
}

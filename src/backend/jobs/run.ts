/**
 * Running commands on job cards: lock and load, check versions, decide with the domain's one function, save. Many
 * cards at once, all or none.
 */
import type { JobsWritten } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { DecisionContext, JobCommand } from '#domain/job/commands.ts';
import { decideJob } from '#domain/job/decide.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import { checkChangedReferences } from '#domain/job/references.ts';
import { fieldsTouchedBy } from '#domain/merge.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import type { RecordChange } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { cardViews } from './answers.ts';
import { loadReferences } from './references.ts';
import { saveCards } from './save-cards.ts';
import { jobsOfAppointments, loadCards, type StoredCard } from './store.ts';

export type CardCommands = { readonly jobId: Id; readonly commands: readonly JobCommand[] };

export type RunOptions = {
  readonly verb: string;
  readonly expected: Expected;
  /** Given: hard schedule guards are overridden by those who have the right. */
  readonly overrideReason?: string | undefined;
  readonly reason?: string;
};

/** The card of an appointment; unknown, foreign, deleted ones and those of another business unit are the same 404. */
export async function jobOfAppointment(tx: Transaction, actor: Actor, appointmentId: Id): Promise<Id> {
  const jobId = (await jobsOfAppointments(tx, actor, [appointmentId])).get(appointmentId);
  if (jobId === undefined) throw new ProblemError('record.not_found', { kind: 'appointment' });
  return jobId;
}

/** Locked cards in id order; any that is missing or not this actor's is 404. */
export async function lockedCards(
  tx: Transaction,
  actor: Actor,
  jobIds: readonly Id[],
): Promise<StoredCard[]> {
  const cards = await loadCards(tx, jobIds, true);
  const units = actor.businessUnitIds;
  if (
    cards.length < new Set(jobIds).size ||
    (units && cards.some((card) => !units.includes(card.job.businessUnitId)))
  ) {
    throw new ProblemError('record.not_found', { kind: 'job' });
  }
  return cards;
}

export async function runOnCards(
  tx: Transaction,
  context: CommandContext,
  items: readonly CardCommands[],
  options: RunOptions,
): Promise<JobsWritten> {
  const cards = await lockedCards(
    tx,
    context.actor,
    items.map((item) => item.jobId),
  );
  const commandsOf = new Map(items.map((item) => [item.jobId, item.commands]));
  const merged = await checkVersions(
    tx,
    options.expected,
    cards.flatMap((card) => checked(card, commandsOf.get(card.job.id)!)),
  );
  const workingElsewhere = await technicianIdsWorkingElsewhere(tx, cards, items);
  const pairs = [];
  const extra: RecordChange[] = [];
  for (const card of cards) {
    const decision: DecisionContext = { now: context.now, actorId: context.actor.userId, workingElsewhere };
    let after: JobCard = card;
    for (const command of commandsOf.get(card.job.id)!) {
      await checkCommandReferences(tx, context, card, command);
      const decided = decideJob(after, command, decision);
      if (!decided.ok) throw new ProblemError(decided.refusal.code, decided.refusal.params);
      after = decided.value;
    }
    pairs.push({ before: card, after });
    extra.push(...(await billToChange(tx, card, after)));
  }
  const bringsBack = items.some((item) =>
    item.commands.some((command) => command.type === 'removeCancellation'),
  );
  const conflicts = options.overrideReason
    ? ({ mode: 'override', reason: options.overrideReason } as const)
    : ({ mode: bringsBack ? 'drop' : 'refuse' } as const);
  const saved = await saveCards(
    tx,
    context,
    { verb: options.verb, undoable: true, ...(options.reason ? { reason: options.reason } : {}) },
    pairs,
    conflicts,
    extra,
  );
  return {
    operationId: saved.operationId,
    merged,
    cards: await cardViews(
      tx,
      cards.map((card) => card.job.id),
    ),
    notes: [...saved.notes],
  };
}

/** Which records' versions a card's commands were decided on, and the fields they set. */
function checked(card: StoredCard, commands: readonly JobCommand[]) {
  const byRecord = new Map<string, { kind: string; id: Id; version: number; touches: string[] }>();
  const touch = (kind: string, { id, version }: { id: Id; version: number }, fields: readonly string[]) => {
    const known = byRecord.get(`${kind} ${id}`) ?? { kind, id, version, touches: [] };
    known.touches.push(...fields);
    byRecord.set(`${kind} ${id}`, known);
  };
  for (const command of commands) {
    const touched = fieldsTouchedBy(command);
    if (touched.job.length > 0) touch('job', card.job, touched.job);
    if (!('appointmentId' in command) || command.type === 'addAppointment') continue;
    const appointment = card.appointments.find((one) => one.id === command.appointmentId)!;
    touch('appointment', appointment, touched.appointment);
  }
  return [...byRecord.values()];
}

/** Technicians these commands start to work who are working on another job right now. */
async function technicianIdsWorkingElsewhere(
  tx: Transaction,
  cards: readonly StoredCard[],
  items: readonly CardCommands[],
): Promise<ReadonlySet<Id>> {
  const starting = items.flatMap((item) =>
    item.commands.flatMap((one) =>
      one.type === 'arrive' || one.type === 'resumeWork' ? [one.technicianId] : [],
    ),
  );
  if (starting.length === 0) return new Set();
  // The technicians' rows are the lock two arrivals at different jobs meet at.
  await loadRecords(tx, 'technician', starting, true);
  const rows = await tx.query<{ id: Id }>(
    `select s.technician_id as id from company.assignments s
     join company.appointments a on a.tenant_id = s.tenant_id and a.id = s.appointment_id
     where s.tenant_id = $1 and s.active and s.status = 'Working' and not s.paused
       and s.technician_id = any($2::bigint[]) and not (a.job_id = any($3::bigint[]))`,
    [tx.tenantId, starting, cards.map((card) => card.job.id)],
  );
  return new Set(rows.map((row) => row.id));
}

/** Ids inside a command must be this tenant's, active, and mapped (domain-rules §2). */
async function checkCommandReferences(
  tx: Transaction,
  context: CommandContext,
  card: StoredCard,
  command: JobCommand,
): Promise<void> {
  if (command.type === 'assign') {
    await loadReferences(tx, { technician: command.technicians.map((one) => one.technicianId) });
  } else if (command.type === 'reassign') {
    await loadReferences(tx, { technician: [command.to.technicianId] });
  } else if (
    command.type === 'holdJob' ||
    command.type === 'cancelJob' ||
    command.type === 'holdAppointment'
  ) {
    const references = await loadReferences(tx, { reason: [command.reasonId] });
    const reason = references.of('reason', command.reasonId);
    const kind = command.type === 'cancelJob' ? 'Cancel' : 'Hold';
    if (reason.kind !== kind || !reason.active) throw new ProblemError('job.reason_required', { kind });
  } else if (command.type === 'update') {
    await checkUpdate(tx, context, card, command.changes);
  }
}

async function checkUpdate(
  tx: Transaction,
  context: CommandContext,
  card: StoredCard,
  changes: Extract<JobCommand, { type: 'update' }>['changes'],
): Promise<void> {
  const { jobTypeId = card.job.jobTypeId, businessUnitId = card.job.businessUnitId } = changes;
  const references = await loadReferences(tx, {
    jobType: [jobTypeId],
    businessUnit: [businessUnitId],
    customer: changes.billToCustomerId === undefined ? [] : [changes.billToCustomerId],
    campaign: changes.campaignId === undefined ? [] : [changes.campaignId],
    tag: changes.tagIds ?? [],
  });
  const units = context.actor.businessUnitIds;
  if (units && !units.includes(businessUnitId))
    throw new ProblemError('record.not_found', { kind: 'businessUnit' });
  const jobType = references.of('jobType', jobTypeId) as never;
  const decision = checkChangedReferences(
    {
      ...(changes.jobTypeId === undefined ? {} : { jobType }),
      ...(changes.businessUnitId === undefined
        ? {}
        : { businessUnit: references.of('businessUnit', businessUnitId) as never }),
      ...(changes.campaignId === undefined
        ? {}
        : { campaign: references.of('campaign', changes.campaignId) as never }),
      ...(changes.billToCustomerId === undefined
        ? {}
        : { billTo: references.of('customer', changes.billToCustomerId) as never }),
      ...(changes.tagIds === undefined
        ? {}
        : { tags: changes.tagIds.map((id) => references.of('tag', id) as never) }),
    },
    { jobType, businessUnitId },
  );
  if (!decision.ok) throw new ProblemError(decision.refusal.code, decision.refusal.params);
}

/** A new bill-to takes the Pending invoice with it, name and term too (domain-rules §2, "Bill-to"). */
async function billToChange(tx: Transaction, before: StoredCard, after: JobCard): Promise<RecordChange[]> {
  if (before.job.billToCustomerId === after.job.billToCustomerId) return [];
  const [invoice] = await loadRecords(tx, 'invoice', [before.invoiceId], true);
  const [billTo] = await loadRecords(tx, 'customer', [after.job.billToCustomerId]);
  const header = { customerId: billTo!.id, billToName: billTo!.name, paymentTermId: billTo!.paymentTermId };
  return [
    {
      kind: 'invoice',
      before: invoice!,
      after: { ...invoice!, ...header },
      label: `Invoice ${invoice!.number}`,
    },
  ];
}

/**
 * Running commands on job cards: lock and load, check versions, decide with the domain's one function, save. Many
 * cards at once, all or none.
 */
import type { JobsWritten } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { appointmentOf } from '#domain/job/card.ts';
import type { DecisionContext, JobCommand } from '#domain/job/commands.ts';
import { decideJob } from '#domain/job/decide.ts';
import { isUnfinished } from '#domain/job/derive.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import { fieldsTouchedBy } from '#domain/merge.ts';
import type { Conflicts } from '../schedule/enforce.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { RecordChange } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { cardViews } from './answers.ts';
import { checkCommandReferences } from './command-references.ts';
import { invoiceChanges } from './job-invoices.ts';
import { saveCards } from './save-cards.ts';
import { jobsOfAppointments, loadCards, type StoredCard } from './store.ts';

type CardCommands = { readonly jobId: Id; readonly commands: readonly JobCommand[] };

type RunOptions = {
  readonly verb: string;
  readonly expected: Expected;
  /** Given: hard schedule guards are overridden by those who have the right. */
  readonly overrideReason?: string | undefined;
  readonly reason?: string;
  /** What stands against it beside the rules of each command; asked after the versions. */
  readonly refusalOf?: (card: StoredCard) => Refusal | null;
  /** A step on several visits: every one that is refused is named, in one problem `bulk.refused`. */
  readonly namesRefused?: boolean;
  /** Records that are no cards' and part of the same step: the time off of who is out. */
  readonly beside?: readonly RecordChange[];
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
  const cards = await loadCards(tx, jobIds, { lock: true });
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
  for (const card of cards) {
    const refusal = options.refusalOf?.(card);
    if (refusal) throw new ProblemError(refusal.code, refusal.params);
  }
  const workingElsewhere = await techniciansWorkingElsewhere(tx, cards, startedBy(items));
  const given = cards.flatMap((card) => commandsOf.get(card.job.id)!.map((command) => ({ card, command })));
  await checkCommandReferences(tx, context, given);
  const decision: DecisionContext = { now: context.now, actorId: context.actor.userId, workingElsewhere };
  const pairs = options.namesRefused
    ? allDecided(cards, commandsOf, decision)
    : cards.map((before) => ({
        before,
        after: commandsOf
          .get(before.job.id)!
          .reduce<JobCard>((card, command) => must(decideJob(card, command, decision)), before),
      }));
  const bringsBack = items.some((item) =>
    item.commands.some((command) => command.type === 'removeCancellation'),
  );
  const conflicts: Conflicts = bringsBack
    ? { mode: 'drop', overbooks: options.overrideReason !== undefined }
    : options.overrideReason
      ? { mode: 'override', reason: options.overrideReason }
      : { mode: 'refuse' };
  const reason = options.reason ?? options.overrideReason;
  const saved = await saveCards(
    tx,
    context,
    { verb: options.verb, undoable: true, ...(reason ? { reason } : {}) },
    pairs,
    conflicts,
    [...(options.beside ?? []), ...(await invoiceChanges(tx, pairs))],
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

/** @throws ProblemError bulk.refused with the first refusal of each visit */
function allDecided(
  cards: readonly StoredCard[],
  commandsOf: ReadonlyMap<Id, readonly JobCommand[]>,
  decision: DecisionContext,
): { before: StoredCard; after: JobCard }[] {
  const refused = new Map<Id, { id: Id; label: string; refusal: Refusal }>();
  const pairs = cards.map((before) => {
    let after: JobCard = before;
    for (const command of commandsOf.get(before.job.id)!) {
      const visit = 'appointmentId' in command && appointmentOf(before, command.appointmentId);
      const { id, number } = visit || before.job;
      if (refused.has(id)) continue;
      const decided = decideJob(after, command, decision);
      if (decided.ok) after = decided.value;
      else {
        const label = visit ? `${before.job.number}-${number}` : String(number);
        refused.set(id, { id, label, refusal: decided.refusal });
      }
    }
    return { before, after };
  });
  if (refused.size > 0) throw new ProblemError('bulk.refused', { rows: [...refused.values()] });
  return pairs;
}

type Checked = {
  readonly kind: 'job' | 'appointment';
  readonly id: Id;
  readonly version: number;
  readonly touches: string[];
  /** A visit that follows its job's hold: compared where the caller has seen it (`checkVersions`). */
  isAlong: boolean;
};

/** Which records' versions a card's commands were decided on, and the fields they set. */
export function checked(card: StoredCard, commands: readonly JobCommand[]) {
  const byRecord = new Map<string, Checked>();
  const touch = (
    kind: Checked['kind'],
    { id, version }: { id: Id; version: number },
    fields: readonly string[],
    { isAlong = false }: { readonly isAlong?: boolean } = {},
  ) => {
    const known = byRecord.get(`${kind} ${id}`) ?? { kind, id, version, touches: [], isAlong };
    known.touches.push(...fields);
    if (!isAlong) known.isAlong = false;
    byRecord.set(`${kind} ${id}`, known);
  };
  for (const command of commands) {
    const touched = fieldsTouchedBy(command);
    if (touched.job.length > 0) touch('job', card.job, touched.job);
    if (command.type === 'holdJob' || command.type === 'resumeJob') {
      for (const one of card.appointments.filter(isUnfinished)) {
        touch('appointment', one, touched.appointment, { isAlong: true });
      }
    }
    if (!('appointmentId' in command) || command.type === 'addAppointment') continue;
    // A visit an earlier command of the same run adds has no version yet.
    const appointment = card.appointments.find((one) => one.id === command.appointmentId);
    if (appointment) touch('appointment', appointment, touched.appointment);
  }
  return [...byRecord.values()];
}

const startedBy = (items: readonly CardCommands[]): Id[] =>
  items.flatMap((item) =>
    item.commands.flatMap((one) =>
      one.type === 'arrive' || one.type === 'resumeWork' ? [one.technicianId] : [],
    ),
  );

/** Which of these technicians, who are to start work on the cards, are working on another job right now. */
export async function techniciansWorkingElsewhere(
  tx: Transaction,
  cards: readonly StoredCard[],
  starting: readonly Id[],
): Promise<ReadonlySet<Id>> {
  if (starting.length === 0) return new Set();
  // The technicians' rows are the lock two arrivals at different jobs meet at.
  await loadRecords(tx, 'technician', starting, { lock: true });
  const rows = await tx.query<{ id: Id }>(
    `select s.technician_id as id from company.assignments s
     join company.appointments a on a.tenant_id = s.tenant_id and a.id = s.appointment_id
     where s.tenant_id = $1 and s.active and s.status = 'Working' and not s.paused
       and s.technician_id = any($2::bigint[]) and not (a.job_id = any($3::bigint[]))`,
    [tx.tenantId, starting, cards.map((card) => card.job.id)],
  );
  return new Set(rows.map((row) => row.id));
}

/** Credits used for debts, taken back, moved (domain-rules §8). All of them wait for their customers' accounts. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { Applied } from '#contract/payment.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { decideApplications, decideUnapplying } from '#domain/receivables/applying.ts';
import type { Application, DocumentRef } from '#domain/receivables/ledger.ts';
import { todayOf } from '../payables/queries.ts';
import { firstOpenDay } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import { asMissing, must } from '../write/must.ts';
import { loadApplications } from './applications.ts';
import { type LockedDocuments, lockedDocuments, requireCorrecting, requireSeen } from './documents.ts';
import { type Step, saveApplied, versionsOf } from './save.ts';

export async function applyThem(
  tx: Transaction,
  context: CommandContext,
  { lines }: BodyOf<'payments.apply'>,
): Promise<Applied> {
  const refs = lines.flatMap(({ from, to }): DocumentRef[] => [from, to]);
  const documents = await lockedDocuments(tx, context.actor, refs);
  requireCorrecting(context.actor, [...documents.values()]);
  const wanted = lines.map((line) => ({ ...line, cents: cents(line.cents) }));
  const made = must(decideApplications(wanted, documents, await firstOpenDay(tx)));
  return applied(tx, context, { verb: 'payment.applied', documents, made });
}

export async function unapplyThem(
  tx: Transaction,
  context: CommandContext,
  { applicationIds }: BodyOf<'payments.unapply'>,
): Promise<Applied> {
  const { applications, documents } = await lockedApplications(tx, context, applicationIds);
  const openFrom = await firstOpenDay(tx);
  const { undone } = must(decideUnapplying(applications, documents, await todayOf(tx, context), openFrom));
  return applied(tx, context, { verb: 'payment.unapplied', documents, undone });
}

/** In one step: nobody sees the credit free in between. */
export async function moveIt(
  tx: Transaction,
  context: CommandContext,
  { applicationId, invoiceId }: BodyOf<'payments.move'>,
): Promise<Applied> {
  const to = { kind: 'invoice' as const, id: invoiceId };
  const { applications, documents } = await lockedApplications(tx, context, [applicationId], [to]);
  const [application] = applications as [Application];
  const openFrom = await firstOpenDay(tx);
  const back = must(decideUnapplying(applications, documents, await todayOf(tx, context), openFrom));
  const wanted = { from: application.from, to, cents: application.cents };
  const made = must(decideApplications([wanted], back.documents, openFrom));
  return applied(tx, context, { verb: 'payment.moved', documents, undone: back.undone, made });
}

async function applied(tx: Transaction, context: CommandContext, step: Step): Promise<Applied> {
  const saved = await saveApplied(tx, context, step);
  const { operationId, applicationIds } = saved;
  return { operationId, applicationIds: [...applicationIds], versions: versionsOf(saved) };
}

/**
 * Applications that stand, with the documents of both sides locked. Whoever does not see one of those is told of no such
 * application.
 * @throws ProblemError record.not_found (404), application.undone (409)
 */
async function lockedApplications(
  tx: Transaction,
  context: CommandContext,
  ids: readonly Id[],
  others: readonly DocumentRef[] = [],
): Promise<{ readonly applications: readonly Application[]; readonly documents: LockedDocuments }> {
  const { actor } = context;
  const named = await loadApplications(tx, ids);
  if (named.length < new Set(ids).size) throw new ProblemError('record.not_found', { kind: 'application' });
  const refs = named.flatMap(({ from, to }) => [from, to]);
  await requireSeen(tx, actor, refs).catch(asMissing('application'));
  const documents = await lockedDocuments(tx, actor, [...refs, ...others]);
  requireCorrecting(actor, [...documents.values()]);
  // Read again under the locks: who took one back meanwhile was faster.
  const applications = await loadApplications(tx, ids);
  const gone = applications.find(({ isUndone }) => isUndone);
  if (gone) throw new ProblemError('application.undone', { id: gone.id });
  return { applications, documents };
}

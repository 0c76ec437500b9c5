/** Posting (domain-rules §7, §8): each document is told one by one what became of it; those that went make one batch. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { PostingOutcome, PostingWritten } from '#contract/posting.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { debitOf } from '#domain/posting/journal.ts';
import { MOST_POSTED } from '#domain/posting/posting.ts';
import { type DocumentRef, keyOf } from '#domain/receivables/ledger.ts';
import { lockedDocuments } from '../payments/documents.ts';
import { firstOpenDay } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { requireBatch } from './batches.ts';
import { documentJournals, type Posted } from './document-journals.ts';
import { writeEntries } from './entries.ts';
import { filedLines, postingFacts } from './facts.ts';
import { followUpsOf } from './follow-ups.ts';
import { saveStatus } from './save.ts';
import { readyDocuments, unitsOf, waitingApplications, waitingBounces } from './waiting.ts';

type Body = BodyOf<'postings.post'>;
type Chosen = DocumentRef & { readonly version?: number; readonly totalCents?: number };

export async function postDocuments(
  tx: Transaction,
  context: CommandContext,
  body: Body,
): Promise<PostingWritten> {
  const { actor } = context;
  const chosen = await chosenOf(tx, context, body);
  const units = unitsOf(actor, body.matching?.businessUnitIds ?? null);
  const candidates = await waitingApplications(tx, units, chosen);
  const bounced = (await waitingBounces(tx, units)).map((id): DocumentRef => ({ kind: 'payment', id }));
  const sides = candidates.flatMap(({ from, to }) => [from, to]);
  const documents = await lockedDocuments(tx, actor, once([...chosen, ...sides, ...bounced]));
  const openFrom = await firstOpenDay(tx);
  const facts = await postingFacts(tx, [...documents.values()]);
  const decided = await documentJournals(
    tx,
    chosen.map((one) => ({ document: documents.get(keyOf(one))!, seen: seenOf(one) })),
    facts,
    openFrom,
  );
  if (body.matching) requireSeen(decided, body.matching.seen);
  const posted = decided.flatMap(({ entry }) => (entry ? [entry] : []));
  // What was posted, applied or taken back by somebody who was waited for is as it is now.
  const now = await waitingApplications(
    tx,
    units,
    posted.map(({ document }) => document),
    candidates.map(({ id }) => id),
  );
  const followUps = await followUpsOf(tx, { applications: now, bounced, documents, facts, openFrom });
  const outcomes = decided.map(({ document, problem }) => outcomeOf(document, problem));
  const refused = followUps.flatMap(({ refusal, document }) =>
    refusal ? [outcomeOf(document, refusal)] : [],
  );
  const entries = [...posted, ...followUps.flatMap(({ entry }) => (entry ? [entry] : []))];
  const written = entries.length === 0 ? NOTHING : await writeBatch(tx, context, body.name, entries);
  return { ...written, outcomes: [...outcomes, ...refused] };
}
const NOTHING = { operationId: null, batch: null };

async function chosenOf(tx: Transaction, { actor }: CommandContext, body: Body): Promise<readonly Chosen[]> {
  if (body.documents) return body.documents;
  const { businessUnitIds, through, kinds } = body.matching!;
  const ready = await readyDocuments(tx, actor, { businessUnitIds, through, kinds });
  if (ready.length > MOST_POSTED) throw new ProblemError('posting.too_many', { most: MOST_POSTED });
  return ready;
}

const seenOf = ({ version, totalCents }: Chosen) =>
  version === undefined || totalCents === undefined ? null : { version, totalCents };

/** Of a filter the sums are what somebody has seen: others, and it is not what they meant to post. */
function requireSeen(
  decided: Awaited<ReturnType<typeof documentJournals>>,
  seen: NonNullable<Body['matching']>['seen'],
): void {
  const sum = decided.reduce((all, { totalCents }) => all + totalCents, 0);
  if (decided.length === seen.documents && sum === seen.cents) return;
  throw new ProblemError('posting.other_sum', { seen, now: { documents: decided.length, cents: sum } });
}

const outcomeOf = (
  { kind, id, number }: DocumentRef & { readonly number: number },
  problem: Refusal | null,
): PostingOutcome => ({
  kind,
  id,
  number,
  problem: problem && { ...problem, params: { ...problem.params } },
});

function once(refs: readonly DocumentRef[]): DocumentRef[] {
  return [...new Map(refs.map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }])).values()];
}

async function writeBatch(
  tx: Transaction,
  context: CommandContext,
  name: string,
  entries: readonly Posted[],
): Promise<Pick<PostingWritten, 'operationId' | 'batch'>> {
  const lines = await filedLines(
    tx,
    entries.map((entry) => entry.lines),
  );
  const [id] = (await newIds(tx, 1)) as [Id];
  const number = await takeNumbers(tx, 'postingBatch', 1);
  const units = [...new Set(entries.flatMap(({ businessUnitIds }) => businessUnitIds))];
  await tx.query(
    `insert into company.posting_batches
       (tenant_id, id, number, name, posted, status, business_unit_ids, created_on, modified_on)
     values ($1, $2, $3, $4, $5, 'Open', $6, $7, $7)`,
    [tx.tenantId, id, number, name, json({ by: context.actor.userId, at: context.now }), units, context.now],
  );
  await writeEntries(
    tx,
    id,
    entries.map(({ lines: _own, document: _of, isNew: _new, ...entry }, at) => ({
      ...entry,
      lines: lines[at]!,
      debitCents: debitOf(lines[at]!),
    })),
  );
  const documents = entries.flatMap(({ isNew, document }) => (isNew ? [document] : []));
  const operationId = await saveStatus(tx, context, 'posting.posted', documents, {
    syncStatus: 'Posted',
    batchId: id,
  });
  return { operationId, batch: await requireBatch(tx, context.actor, id) };
}

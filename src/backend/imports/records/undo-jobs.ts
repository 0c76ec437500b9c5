/** Jobs that an import has booked, taken back the way the trade does it: canceled, if nobody has touched them since. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordReason } from '#domain/import-records/reasons.ts';
import { decideTakeBack } from '#domain/job/take-back.ts';
import { lockedCards } from '../../jobs/run.ts';
import { type CardPair, saveCards } from '../../jobs/save-cards.ts';
import type { CommandContext } from '../../write/context.ts';
import type { StaysBecause } from './undo-import.ts';
import type { ImportChange } from './write-records.ts';

export async function undoJobs(
  tx: Transaction,
  context: CommandContext,
  changes: readonly ImportChange[],
): Promise<StaysBecause> {
  const stays = new Map<number, RecordReason>();
  const jobs = changes.filter(({ kind }) => kind === 'job');
  const versionOf = new Map(changes.map((one) => [`${one.kind} ${one.id}`, one.version]));
  const lineOf = new Map(jobs.map(({ id, line }) => [id, line]));
  const cards = await lockedCards(
    tx,
    context.actor,
    jobs.map(({ id }) => id),
  );
  const pairs: CardPair[] = [];
  for (const card of cards) {
    const line = lineOf.get(card.job.id)!;
    const isOurs = (kind: string, { id, version }: { id: Id; version: number }) =>
      versionOf.get(`${kind} ${id}`) === version;
    if (!isOurs('job', card.job) || !card.appointments.every((one) => isOurs('appointment', one))) {
      stays.set(line, { code: 'undo.changed_since', params: { kind: 'job' } });
      continue;
    }
    const decision = { now: context.now, actorId: context.actor.userId, workingElsewhere: new Set<Id>() };
    const canceled = decideTakeBack(card, [{ kind: 'job', id: card.job.id }], decision);
    if (canceled.ok) {
      // A corrected file makes it anew.
      const job = { ...canceled.value.job, externalKey: null };
      pairs.push({ before: card, after: { ...canceled.value, job } });
    } else {
      const { code, params } = canceled.refusal;
      stays.set(line, { code: 'undo.refused', params: { code: String(params.because ?? code) } });
    }
  }
  await saveCards(tx, context, { verb: 'import.undone', undoable: false }, pairs, { mode: 'quiet' });
  return stays;
}

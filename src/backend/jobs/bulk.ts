/**
 * One step on many jobs or visits: every row is decided by the rules of its card, those refused are told with their
 * reason, and what is given is all or nothing, one operation with one undo. Time that is taken is found for the
 * whole step at once, so that rows may clash with each other too.
 */
import type { BulkDone } from '#contract/bulk.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Transaction } from '#db/database.ts';
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import type { DecisionContext, JobCommand } from '#domain/job/commands.ts';
import { decideJob } from '#domain/job/decide.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import { withoutRoom } from '../capacity/promised-anew.ts';
import { enforceSchedule, type ScheduleNote } from '../schedule/enforce.ts';
import type { CommandContext } from '../write/context.ts';
import { checkVersions } from '../write/stale.ts';
import { checkCommandReferences } from './command-references.ts';
import { checked } from './run.ts';
import { type CardPair, saveCards } from './save-cards.ts';
import type { StoredCard } from './store.ts';

export type BulkRow = {
  /** Of the job or the visit. */
  readonly id: Id;
  readonly label: string;
  readonly card: StoredCard;
  /** null: of the whole job. */
  readonly appointmentId: Id | null;
  /** A refusal found before the rules of the card are asked. */
  readonly commands: readonly JobCommand[] | Refusal;
};
type BulkOptions = {
  readonly verb: string;
  readonly preview: boolean;
  readonly expected?: Expected;
  readonly overrideReason?: string | undefined;
  readonly memo?: string | undefined;
};

/** @param rows on cards that are locked. @throws ProblemError bulk.refused naming every row that is, unless a preview */
export async function runBulk(
  tx: Transaction,
  context: CommandContext,
  rows: readonly BulkRow[],
  options: BulkOptions,
): Promise<BulkDone> {
  await checkCommandReferences(
    tx,
    context,
    rows.flatMap((row) => commandsOf(row).map((command) => ({ card: row.card, command }))),
  );
  const { overrideReason, preview, verb, memo } = options;
  const conflicts = overrideReason
    ? ({ mode: 'override', reason: overrideReason } as const)
    : ({ mode: 'refuse' } as const);
  const { refused, pairs, notes } = await decided(tx, context, rows, conflicts);
  const kept = rows.filter((row) => !refused.has(row));
  const records = [...versionsOf(kept)];
  const answer: BulkDone = {
    operationId: null,
    rows: rows.map((row) => ({ id: row.id, label: row.label, refusal: told(refused.get(row)) })),
    versions: records.map(({ kind, id, version }) => ({ kind, id, version })),
    notes: [...notes],
  };
  if (preview) return answer;
  if (refused.size > 0) {
    throw new ProblemError('bulk.refused', { rows: answer.rows.filter(({ refusal }) => refusal) });
  }
  await checkVersions(tx, options.expected, records);
  const reason = memo || overrideReason;
  const operation = { verb, undoable: true, ...(reason ? { reason } : {}) };
  const saved = await saveCards(tx, context, operation, pairs, conflicts);
  return { ...answer, operationId: saved.operationId };
}

const commandsOf = ({ commands }: BulkRow): readonly JobCommand[] => ('code' in commands ? [] : commands);
const told = (refusal: Refusal | undefined) =>
  refusal ? { code: refusal.code, params: { ...refusal.params } } : null;

type Decided = {
  readonly refused: ReadonlyMap<BulkRow, Refusal>;
  readonly pairs: readonly CardPair[];
  readonly notes: readonly ScheduleNote[];
};

/** Refused rows are left out and the rest is asked again, until what is left fits together. */
async function decided(
  tx: Transaction,
  context: CommandContext,
  rows: readonly BulkRow[],
  conflicts: Parameters<typeof enforceSchedule>[3],
): Promise<Decided> {
  const refused = new Map<BulkRow, Refusal>();
  for (;;) {
    const { cards, rowOf } = applied(context, rows, refused);
    const pairs = [...cards].map(([before, after]) => ({ before, after }));
    try {
      const { notes } = await enforceSchedule(tx, context, pairs, conflicts);
      const unplaced = await withoutRoom(tx, context, pairs, conflicts.mode === 'override');
      for (const { appointmentId, refusal } of unplaced) {
        const row = rows.find((one) => one.appointmentId === appointmentId);
        // A step on whole jobs changes no window.
        if (!row) throw new Error(`Visit ${appointmentId} got another window and is no row of the step`);
        refused.set(row, refusal);
      }
      if (unplaced.length === 0) return { refused, pairs, notes };
    } catch (error) {
      const clashes = clashesIn(error);
      const before = refused.size;
      for (const { sourceId, refusal } of clashes) {
        const row = rowOf.get(sourceId);
        if (row && !refused.has(row)) refused.set(row, refusal);
      }
      if (refused.size === before) throw error;
    }
  }
}

/** The cards after all rows that are not refused; rows the cards refuse are added to `refused`. */
function applied(context: CommandContext, rows: readonly BulkRow[], refused: Map<BulkRow, Refusal>) {
  const decision: DecisionContext = {
    now: context.now,
    actorId: context.actor.userId,
    workingElsewhere: new Set(),
  };
  const cards = new Map<StoredCard, JobCard>();
  const rowOf = new Map<Id, BulkRow>();
  for (const row of rows) {
    if (refused.has(row)) continue;
    if ('code' in row.commands) {
      refused.set(row, row.commands);
      continue;
    }
    const after = row.commands.reduce<JobCard | Refusal>((card, command) => {
      if ('code' in card) return card;
      const next = decideJob(card, command, decision);
      return next.ok ? next.value : next.refusal;
    }, cards.get(row.card) ?? row.card);
    if ('code' in after) {
      refused.set(row, after);
      continue;
    }
    cards.set(row.card, after);
    for (const { id, appointmentId } of after.assignments) {
      if (row.appointmentId === null || row.appointmentId === appointmentId) rowOf.set(id, row);
    }
  }
  return { cards, rowOf };
}

/** Which assignment's time is taken, and how that is told. */
function clashesIn(error: unknown): { sourceId: Id; refusal: Refusal }[] {
  if (!(error instanceof ProblemError)) throw error;
  const { code, params } = error;
  if (code !== 'schedule.conflict' && code !== 'schedule.override_not_allowed') throw error;
  return (params.conflicts as { sourceId: Id }[]).map((conflict) => ({
    sourceId: conflict.sourceId,
    refusal: { code, params: { conflicts: [conflict] } },
  }));
}

/** Each record once, with every field the rows set on it. */
function versionsOf(rows: readonly BulkRow[]) {
  const byRecord = new Map<string, ReturnType<typeof checked>[number]>();
  for (const row of rows) {
    for (const one of checked(row.card, commandsOf(row))) {
      const known = byRecord.get(`${one.kind} ${one.id}`);
      if (known) known.touches.push(...one.touches);
      else byRecord.set(`${one.kind} ${one.id}`, one);
    }
  }
  return byRecord.values();
}

/**
 * Undo and redo of one's own steps (domain-rules §10): the old values of the fields a step changed, if nobody changed
 * the same fields since (`domain/undo.ts`). A redo is the undo of an undo, whose values are kept like any step's.
 */
import type { BodyOf, ResultOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { mayTakeBack } from '#domain/roles.ts';
import { asRedo, decideRedo, decideUndo } from '#domain/undo.ts';
import { cancelMessages } from '../messages/queue.ts';
import type { CommandContext } from '../write/context.ts';
import { must } from '../write/must.ts';
import { isFollowed, newerSteps, redoableOperations, undoableOperations } from './queries.ts';
import { stepIsVisible } from './visible.ts';
import { type KeptStep, writeBack } from './write-back.ts';

export async function undo(
  tx: Transaction,
  context: CommandContext,
  { operationId }: BodyOf<'operations.undo'>,
): Promise<ResultOf<'operations.undo'>> {
  const wanted = operationId ?? (await undoableOperations(tx, context.actor, context.now))[0]?.id;
  if (wanted === undefined) throw new ProblemError('undo.nothing');
  const step = await ownStep(tx, context, wanted);
  if (!step.undoable || step.undoOf !== null || step.undoneBy !== null)
    throw new ProblemError('undo.not_possible', { verb: step.verb });
  const hasMade = step.changes.some(({ created }) => created);
  const saved = await writeBack(
    tx,
    context,
    step,
    async (records, currentOf) => {
      const newer = await newerSteps(tx, context.actor.userId, step.redoneBy ?? step.id);
      const decision = decideUndo({ at: step.at, newer, records }, currentOf, context.now);
      // What the step made has no old values: with nothing else to restore (a job's status follows from its visits), taking
      // it back is the undo.
      return !decision.ok && hasMade && decision.refusal.code === 'undo.nothing' ? [] : must(decision);
    },
    { verb: 'operation.undone', undoable: true, undoOf: step.id },
  );
  await tx.query('update office.operations set undone_by = $3 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    step.id,
    saved.operationId,
  ]);
  for (const id of [step.id, step.redoneBy]) if (id !== null) await cancelMessages(tx, context, id);
  const { verb } = step;
  return { operationId: saved.operationId, undoneOperationId: step.id, verb, notes: [...saved.notes] };
}

export async function redo(
  tx: Transaction,
  context: CommandContext,
  { operationId }: BodyOf<'operations.redo'>,
): Promise<ResultOf<'operations.redo'>> {
  const wanted = operationId ?? (await redoableOperations(tx, context.actor, context.now))[0]?.id;
  if (wanted === undefined) throw new ProblemError('redo.nothing');
  const step = await ownStep(tx, context, wanted);
  const { verb, reason } = step;
  if (step.undoneBy === null) throw new ProblemError('redo.not_possible', { verb });
  const undone = await ownStep(tx, context, step.undoneBy);
  if (!undone.undoable || undone.undoneBy !== null) throw new ProblemError('redo.not_possible', { verb });
  const followed = await isFollowed(tx, context.actor.userId, undone.id);
  const saved = await writeBack(
    tx,
    context,
    { ...undone, verb },
    async (records, currentOf) =>
      must(decideRedo({ at: undone.at, isFollowed: followed, records }, currentOf, context.now)),
    {
      verb: 'operation.done-again',
      undoable: false,
      undoOf: undone.id,
      again: { verb, overbooks: reason !== null },
    },
  ).catch(inWordsOfRedo);
  await tx.query(
    `update office.operations set undone_by = case when id = $3 then $4::bigint end, redone_by = case when id = $2 then $4::bigint end
     where tenant_id = $1 and id in ($2, $3)`,
    [tx.tenantId, step.id, undone.id, saved.operationId],
  );
  await cancelMessages(tx, context, undone.id);
  return { operationId: saved.operationId, redoneOperationId: step.id, verb, notes: [...saved.notes] };
}

type OwnStep = KeptStep & {
  readonly undoable: boolean;
  readonly undoOf: Id | null;
  readonly undoneBy: Id | null;
  readonly redoneBy: Id | null;
  readonly reason: string | null;
};

/** Locked; another person's, or one about work they may not know of any more, is answered like one nobody has. */
async function ownStep(tx: Transaction, { actor }: CommandContext, id: Id): Promise<OwnStep> {
  const [step] = await tx.query<OwnStep>(
    `select id, verb, at, changes, undoable, undo_of as "undoOf", undone_by as "undoneBy", redone_by as "redoneBy", reason
     from office.operations o
     where tenant_id = $1 and id = $2 and user_id = $3 and ${stepIsVisible('$4')} for update`,
    [tx.tenantId, id, actor.userId, actor.businessUnitIds],
  );
  if (!step) throw new ProblemError('record.not_found', { kind: 'operation' });
  if (!mayTakeBack(actor.roles, step.verb) && step.undoOf === null)
    throw new ProblemError('session.forbidden');
  return step;
}

/** The rules that are asked for an undo refuse in its name. */
function inWordsOfRedo(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error;
  const { code, params } = asRedo({ code: error.code, params: error.params } as Refusal);
  throw new ProblemError(code, params);
}

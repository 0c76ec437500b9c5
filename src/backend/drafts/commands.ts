/** Draft boards: forked, changed, put away. None of it touches the live day. */

import type { Draft, DraftHead } from '#contract/draft.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { DraftStep } from '#domain/schedule/drafts/draft-move.ts';
import { MOST_VISITS_IN_DRAFT, netMoves } from '#domain/schedule/drafts/steps.ts';
import { addMinutes } from '#domain/time.ts';
import { given } from '../handlers/ask.ts';
import { auditDone } from '../write/audit-done.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import {
  draftById,
  draftFor,
  forgetPutAway,
  headsOf,
  insertDraft,
  lockedCount,
  type StoredDraft,
  unknownIn,
  updateDraft,
} from './store.ts';

/** Of one person, in use; put away ones can be taken out again for a day. */
const MOST_DRAFTS = 20;
const KEPT_MINUTES = 24 * 60;

/** Those of the person and the shared ones, the last changed first. */
export const listDrafts = async (tx: Transaction, actor: Actor): Promise<{ items: DraftHead[] }> => ({
  items: await headsOf(tx, actor),
});

/** Without other units' visits. @throws ProblemError record.not_found */
export const getDraft = async (tx: Transaction, actor: Actor, id: Id): Promise<Draft> =>
  draftFor(tx, actor, await foundDraft(tx, actor, id));

/** @throws ProblemError draft.too_many, draft.full, record.not_found for a visit or technician nobody has */
export async function createDraft(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'drafts.create'>,
): Promise<Draft> {
  const { actor, now } = context;
  await forgetPutAway(tx, actor.userId, addMinutes(now, -KEPT_MINUTES));
  await checkRoom(tx, actor);
  await checkSteps(tx, actor, body.steps);
  const [id] = (await newIds(tx, 1)) as [Id];
  await insertDraft(tx, actor.userId, { ...body, id }, now);
  await auditDone(tx, context, 'draft.create', { kind: 'draft', id });
  return getDraft(tx, actor, id);
}

/** @throws ProblemError draft.not_owner (403), request.stale, draft.full, draft.too_many (taken out again) */
export async function changeDraft(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'drafts.change'>,
): Promise<Draft> {
  const { actor, now } = context;
  const before = await foundDraft(tx, actor, id, { lock: true });
  if (before.ownerId !== actor.userId) throw new ProblemError('draft.not_owner', { name: before.ownerName });
  if (before.version !== body.version) throw new ProblemError('request.stale', { kind: 'draft', id });
  const changes = given(body.changes);
  if (changes.steps) await checkSteps(tx, actor, changes.steps);
  if (changes.active && !before.active) await checkRoom(tx, actor);
  await updateDraft(tx, { ...before, ...changes }, now);
  await auditDone(tx, context, 'draft.change', { kind: 'draft', id });
  return getDraft(tx, actor, id);
}

/** @throws ProblemError record.not_found: unknown, another company's, or somebody's own */
export async function foundDraft(
  tx: Transaction,
  actor: Actor,
  id: Id,
  locking?: { readonly lock: boolean },
): Promise<StoredDraft> {
  const draft = await draftById(tx, actor, id, locking);
  if (!draft) throw new ProblemError('record.not_found', { kind: 'draft' });
  return draft;
}

/** For one more of theirs. */
async function checkRoom(tx: Transaction, actor: Actor): Promise<void> {
  if ((await lockedCount(tx, actor.userId)) >= MOST_DRAFTS)
    throw new ProblemError('draft.too_many', { most: MOST_DRAFTS });
}

async function checkSteps(tx: Transaction, actor: Actor, steps: readonly DraftStep[]): Promise<void> {
  if (netMoves(steps).length > MOST_VISITS_IN_DRAFT)
    throw new ProblemError('draft.full', { most: MOST_VISITS_IN_DRAFT });
  const kind = await unknownIn(
    tx,
    actor,
    steps.flatMap(({ moves }) => moves),
  );
  if (kind) throw new ProblemError('record.not_found', { kind });
}

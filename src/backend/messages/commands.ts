/** What the office does to a message before it goes out: writes it anew, un-sends it; after it failed: sends it again. */
import type { BodyOf, ResultOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { EDIT_MINUTES, heldAfterEdit, isOpenTo, type MessageCommand } from '#domain/messages/sending.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import { auditDone } from '../write/audit-done.ts';
import type { CommandContext } from '../write/context.ts';
import { messageView, type OutboxRow, outboxRows } from './outbox.ts';

type Written = ResultOf<'messages.change'>;

/** @throws ProblemError message.not_waiting (409) once its minute is over */
export async function changeMessage(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { version, changes }: BodyOf<'messages.change'>,
): Promise<Written> {
  const row = await locked(tx, context, id);
  mustBeOpenTo(row, 'change');
  mustBeAsSeen(row, version);
  const { subject = row.ownSubject, text = row.ownText, editing } = changes;
  const { now } = context;
  const heldUntil =
    editing === undefined
      ? row.heldUntil
      : editing
        ? addMinutes(now, EDIT_MINUTES)
        : heldAfterEdit(row.createdOn, now);
  await tx.query(
    `update office.messages set subject = $3, text = $4, held_until = $5, version = version + 1, modified_on = $6,
       changed_by = $7
     where tenant_id = $1 and id = $2`,
    [tx.tenantId, id, subject, text, heldUntil, now, context.actor.userId],
  );
  return written(tx, context, 'message.change', id);
}

/** @throws ProblemError message.not_waiting (409) when it is gone, or going at this moment */
export async function cancelMessage(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { version }: BodyOf<'messages.cancel'>,
): Promise<Written> {
  const row = await locked(tx, context, id);
  mustBeOpenTo(row, 'cancel', isGoing(row, context.now));
  mustBeAsSeen(row, version);
  await tx.query(
    `update office.messages set status = 'Canceled', version = version + 1, modified_on = $3, changed_by = $4
     where tenant_id = $1 and id = $2`,
    [tx.tenantId, id, context.now, context.actor.userId],
  );
  return written(tx, context, 'message.cancel', id);
}

/** It goes out at once, its tries counted anew. @throws ProblemError message.not_waiting (409) unless it has failed */
export async function sendAgain(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { version }: BodyOf<'messages.sendAgain'>,
): Promise<Written> {
  const row = await locked(tx, context, id);
  mustBeOpenTo(row, 'sendAgain');
  mustBeAsSeen(row, version);
  await tx.query(
    `update office.messages set status = 'Ready', tries = 0, next_try_on = null, fault = null, fault_reply = null,
       held_until = $3, version = version + 1, modified_on = $3, changed_by = $4
     where tenant_id = $1 and id = $2`,
    [tx.tenantId, id, context.now, context.actor.userId],
  );
  return written(tx, context, 'message.send-again', id);
}

const isGoing = ({ claimedUntil }: OutboxRow, now: Instant): boolean =>
  claimedUntil !== null && claimedUntil > now;

async function locked(tx: Transaction, context: CommandContext, id: Id): Promise<OutboxRow> {
  await tx.query('select 1 from office.messages where tenant_id = $1 and id = $2 for update', [
    tx.tenantId,
    id,
  ]);
  return found(tx, context.actor, id, context.now);
}

/** Others' messages are not there: another company's, and of jobs of units one is not in. */
async function found(tx: Transaction, actor: Actor, id: Id, now: Instant): Promise<OutboxRow> {
  const [row] = await outboxRows(
    tx,
    'm.tenant_id = $1 and m.id = $2 and ($3::bigint[] is null or j.business_unit_id = any($3::bigint[]))',
    [tx.tenantId, id, actor.businessUnitIds, now],
    '$4',
    '',
  );
  if (!row) throw new ProblemError('record.not_found', { kind: 'message' });
  return row;
}

function mustBeOpenTo({ state }: OutboxRow, command: MessageCommand, isGoingOut = false): void {
  if (isGoingOut || !isOpenTo(state, command)) throw new ProblemError('message.not_waiting', { state });
}

function mustBeAsSeen(row: OutboxRow, version: number | undefined): void {
  if (version !== row.version) throw new ProblemError('request.stale', { current: messageView(row) });
}

async function written(tx: Transaction, context: CommandContext, verb: string, id: Id): Promise<Written> {
  await auditDone(tx, context, verb, { kind: 'message', id });
  return messageView(await found(tx, context.actor, id, context.now));
}

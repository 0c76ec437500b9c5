import { writeAudit } from '#db/audit.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from './context.ts';

/**
 * The audit row (R60) of a command that is no step of the operation log: drafts, messages, imports. Steps write theirs
 * in `save.ts`.
 * @param object undefined: it is about no one record
 * @param detail codes and field names, never what somebody typed
 */
export const auditDone = (
  tx: Transaction,
  { now: at, actor, requestId, address }: CommandContext,
  verb: string,
  object: { readonly kind: string; readonly id: Id } | undefined,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  writeAudit(tx, {
    at,
    tenantId: tx.tenantId,
    actor,
    verb,
    result: 'done',
    requestId,
    address,
    object,
    detail,
  });

/** The one way to an audit row (R60), written in the transaction of what it tells about. */
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import type { Transaction } from './database.ts';
import { json } from './parameters.ts';
import { planOnce } from './plan-once.ts';

export type AuditEntry = {
  readonly at: Instant;
  /** null: nobody is signed in and no account was meant. */
  readonly tenantId: Id | null;
  /** null: nobody is signed in. */
  readonly actor: { readonly userId: Id; readonly kind?: 'apiClient' | 'system' } | null;
  readonly verb: string;
  readonly result: 'done' | 'denied' | 'failed';
  readonly requestId: string;
  readonly address: string;
  readonly object?: { readonly kind: string; readonly id: Id } | undefined;
  /** The step it belongs to, when that changed records. */
  readonly operationId?: Id;
  /** Codes and field names. Never a password, a token, or what somebody typed. */
  readonly detail?: Readonly<Record<string, unknown>>;
};

export async function writeAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const { actor, object } = entry;
  await tx.query(
    planOnce(`insert into office.audit (tenant_id, at, actor_kind, actor_id, verb, result, request_id, address, object_kind,
       object_id, operation_id, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb)`),
    [
      entry.tenantId,
      entry.at,
      actor === null ? 'anonymous' : (actor.kind ?? 'user'),
      actor?.userId ?? null,
      entry.verb,
      entry.result,
      entry.requestId,
      entry.address,
      object?.kind ?? null,
      object?.id ?? null,
      entry.operationId ?? null,
      json(entry.detail ?? {}),
    ],
  );
}

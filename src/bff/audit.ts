/**
 * Audit rows of what the BFF decides itself: sign-ins, sessions, people, and denials (R60). Writes to the company's
 * records are audited by the upstream, in their own transaction.
 */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';

export type AuditEntry = {
  readonly at: Instant;
  /** null: nobody is signed in and no account was meant. */
  readonly tenantId: Id | null;
  /** null: nobody is signed in. */
  readonly actorId: Id | null;
  readonly verb: string;
  readonly result: 'done' | 'denied' | 'failed';
  readonly requestId: string;
  readonly address: string;
  readonly object?: { readonly kind: string; readonly id: Id };
  /** Codes and field names. Never a password, a token, or what somebody typed. */
  readonly detail?: Readonly<Record<string, unknown>>;
};

export async function writeAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.query(
    `insert into office.audit (tenant_id, at, actor_kind, actor_id, verb, result, request_id, address, object_kind,
       object_id, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      entry.tenantId,
      entry.at,
      entry.actorId === null ? 'anonymous' : 'user',
      entry.actorId,
      entry.verb,
      entry.result,
      entry.requestId,
      entry.address,
      entry.object?.kind ?? null,
      entry.object?.id ?? null,
      entry.detail ?? {},
    ],
  );
}

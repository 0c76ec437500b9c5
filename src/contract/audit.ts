/** The audit as admins read it (R60): who, what, when, from where; never what somebody typed. */
import { z } from 'zod';
import { id, idText, instant, pageOf, pageQuery } from './scalars.ts';

export const AUDIT_RESULTS = ['done', 'denied', 'failed'] as const;
export const ACTOR_KINDS = ['user', 'system', 'anonymous', 'apiClient'] as const;

export const auditEntry = z.strictObject({
  id,
  at: instant,
  actorKind: z.enum(ACTOR_KINDS),
  actorId: id.nullable(),
  actorName: z.string(),
  verb: z.string(),
  result: z.enum(AUDIT_RESULTS),
  address: z.string(),
  requestId: z.string(),
  /** `label`: what people know it by, a job's number, somebody's name; null: no longer known (src/bff/README.md). */
  object: z.strictObject({ kind: z.string(), id, label: z.string().nullable() }).nullable(),
  /** Codes, counts and names of fields. */
  detail: z.record(z.string(), z.unknown()),
});
export const auditPage = pageOf(auditEntry);
export const auditQuery = z.strictObject({
  actorId: idText.optional(),
  result: z.enum(AUDIT_RESULTS).optional(),
  /** Part of a verb, `job.` or `sign-in`; or a request's number whole. */
  q: z.string().max(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
  ...pageQuery,
});
export type AuditRow = z.output<typeof auditEntry>;
export type AuditQuery = z.output<typeof auditQuery>;

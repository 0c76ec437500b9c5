import type { AUDIT_RESULTS } from '#contract/audit.ts';
import type { Day } from '#domain/time.ts';
import { dayIn, idIn, textIn, wordIn } from '../../../lib/search-params.ts';

/** What the audit is narrowed to, in its address. */
export type AuditSearch = {
  who?: number | undefined;
  q?: string | undefined;
  result?: (typeof AUDIT_RESULTS)[number] | undefined;
  day?: Day | undefined;
  until?: Day | undefined;
};

export const readAuditSearch = (search: Record<string, unknown>): AuditSearch => ({
  who: idIn(search.who),
  q: textIn(search.q),
  result: wordIn(search.result, ['done', 'denied', 'failed'] as const),
  day: dayIn(search.day),
  until: dayIn(search.until),
});

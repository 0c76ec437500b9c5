/** The audit, for admins. */
import type { QueryOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import { widePages } from './wide-pages.ts';

export type AuditFilters = Pick<QueryOf<'audit.list'>, 'actorId' | 'result' | 'q' | 'from' | 'to'>;

export const auditQueries = {
  all: () => ['audit'] as const,
  list: (filters: AuditFilters) =>
    widePages([...auditQueries.all(), filters], (page, signal) =>
      api.call('audit.list', { query: { ...filters, ...page }, signal }),
    ),
};

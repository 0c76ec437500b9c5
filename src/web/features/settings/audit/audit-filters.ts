import type { AuditFilters } from '../../../data/audit.ts';
import { verbPartOf } from '../../../lib/record-words.ts';
import { spanOf } from '../../../parts/list-search.ts';
import type { AuditSearch } from './audit-search.ts';

/** What the server is asked for. Apart from the address, which every page reads. */
export function filtersOf({ who, q, result, day, until }: AuditSearch, zone: string): AuditFilters {
  const span = spanOf(day, until, zone);
  return {
    ...(who === undefined ? {} : { actorId: who }),
    ...(q ? { q: verbPartOf(q) } : {}),
    ...(result ? { result } : {}),
    ...(span ? { from: span.start, to: span.end } : {}),
  };
}

/** Finding projects (domain-rules §3): by status, start, completion, manager, customer, text. */
import type { QueryOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { ProjectSummary } from '#contract/project.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import { progressOf } from '#domain/project/progress.ts';
import { STREET_AND_CITY } from '../customers/address-text.ts';
import { folded } from '../customers/search-text.ts';
import { addWords } from '../list-words.ts';
import { COUNTS, type Counts, FROM_PROJECT } from './queries.ts';
import { visibleProject } from './visible.ts';

const PAGE = 100;

type Page = { items: ProjectSummary[]; next: string | null; total: number | null };

/** Newest first; `after` is the last project id shown. `total` counts all that match, on the first page only. */
export async function projectPage(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'projects.list'>,
): Promise<Page> {
  const { where, params, add } = conditions(tx, actor, query);
  const total = query.after === undefined ? await countOf(tx, where, params) : null;
  if (query.after !== undefined) {
    if (!/^\d{1,15}$/.test(query.after)) {
      throw new ProblemError('request.invalid', {}, [{ path: 'after', code: 'cursor', message: '' }]);
    }
    add(query.after, (n) => `p.id < ${n}`);
  }
  const limit = query.limit ?? PAGE;
  const rows = await tx.query<Omit<ProjectSummary, 'progress'> & { counts: Counts }>(
    `select p.id, p.number, p.name, p.type_id as "typeId", p.status_id as "statusId", p.sub_status_id as "subStatusId",
       p.customer_id as "customerId", c.name as "customerName", p.location_id as "locationId",
       ${STREET_AND_CITY} as address,
       p.starts_on as "startsOn", p.target_completion as "targetCompletion", p.actual_completion as "actualCompletion",
       p.manager_user_ids as "managerUserIds", p.manager_technician_ids as "managerTechnicianIds",
       p.tag_ids as "tagIds", ${COUNTS('$2')} as counts
     ${FROM_PROJECT} where ${where.join(' and ')} order by p.id desc limit ${limit + 1}`,
    params,
  );
  const items = rows.slice(0, limit).map(({ counts, ...row }) => ({ ...row, progress: progressOf(counts) }));
  return { items, next: rows.length > limit ? String(items.at(-1)!.id) : null, total };
}

function conditions(tx: Transaction, actor: Actor, query: QueryOf<'projects.list'>) {
  const filter = filterOf(tx.tenantId, 'p.tenant_id = $1 and p.active');
  const { add } = filter;
  // Also `$2` of COUNTS.
  filter.params.push(actor.businessUnitIds);
  filter.where.push(visibleProject('$2'));
  add(query.statusIds, (n) => `p.status_id = any(${n}::bigint[])`);
  add(query.typeId, (n) => `p.type_id = ${n}`);
  add(query.customerId, (n) => `p.customer_id = ${n}`);
  add(query.locationId, (n) => `p.location_id = ${n}`);
  add(query.managerUserId, (n) => `${n}::bigint = any(p.manager_user_ids)`);
  add(query.managerTechnicianId, (n) => `${n}::bigint = any(p.manager_technician_ids)`);
  add(query.startsFrom, (n) => `p.starts_on >= ${n}::date`);
  add(query.startsTo, (n) => `p.starts_on <= ${n}::date`);
  add(query.completedFrom, (n) => `p.actual_completion >= ${n}::date`);
  add(query.completedTo, (n) => `p.actual_completion <= ${n}::date`);
  addWords(
    { add },
    folded(query.q ?? ''),
    (n) => `(p.number::text = ${n} or p.name ilike '%' || ${n} || '%' or l.street ilike '%' || ${n} || '%'
        or c.search like '%' || ${n} || '%')`,
  );
  return filter;
}

async function countOf(tx: Transaction, where: readonly string[], params: readonly unknown[]) {
  const [row] = await tx.query<{ total: number }>(
    `select count(*)::int as total ${FROM_PROJECT} where ${where.join(' and ')}`,
    params,
  );
  return row!.total;
}

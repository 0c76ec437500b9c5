/** Projects by number or name, and nothing else of them: for who orders for one and does not run it. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { ProjectName } from '#contract/project.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf, likeWord } from '#db/filter.ts';
import { visibleProject } from './visible.ts';

const MOST = 20;

/** The newest first. With `id` that one alone, put away or not; none where it is not there for this person. */
export async function projectNames(
  tx: Transaction,
  { businessUnitIds }: Actor,
  { q = '', id }: QueryOf<'purchaseOrders.projects'>,
): Promise<{ items: ProjectName[] }> {
  const filter = filterOf(tx.tenantId, 'p.tenant_id = $1');
  filter.params.push(businessUnitIds);
  filter.where.push(visibleProject('$2'));
  if (id === undefined) filter.where.push('p.active');
  filter.add(id, (n) => `p.id = ${n}::bigint`);
  for (const word of q.toLowerCase().split(/\s+/).filter(Boolean)) {
    filter.add(
      likeWord(word),
      (n) => `(lower(p.name) like '%' || ${n} || '%' or p.number::text like ${n} || '%')`,
    );
  }
  const items = await tx.query<ProjectName>(
    `select p.id, p.number, p.name from company.projects p where ${filter.where.join(' and ')}
     order by p.id desc limit ${MOST}`,
    filter.params,
  );
  return { items };
}

/**
 * Which of a person's own steps they may still know of: confined to other units since, they are told no number or
 * name of work they cannot see any more (domain-rules §9), be it their own, and take none of it back.
 */
import { visibleProject } from '../projects/visible.ts';

/**
 * Steps of the whole company's customers, as customers are: a merge moves work of units that who merges never sees.
 * They are told without what belongs to units (`queries.ts`).
 */
export const COMPANY_WIDE: readonly string[] = ['customer.merged'];

/**
 * A condition on a row `o` of `office.operations`; `units` is the parameter with the person's units, null: all. Notes
 * and files are seen with the job, invoice or project they hang on, budget lines with their project.
 */
export const stepIsVisible = (units: string): string => `(${units}::bigint[] is null
  or o.verb = any('{${COMPANY_WIDE.join(',')}}') or not exists (
  select from jsonb_array_elements(o.changes) c
  left join company.notes n
    on c->>'kind' = 'note' and n.tenant_id = o.tenant_id and n.id = (c->>'id')::bigint
  left join company.files f
    on c->>'kind' = 'file' and f.tenant_id = o.tenant_id and f.id = (c->>'id')::bigint
  left join company.project_budget_lines l
    on c->>'kind' = 'projectBudgetLine' and l.tenant_id = o.tenant_id and l.id = (c->>'id')::bigint
  cross join lateral (select
    case when l.id is not null then 'project' else coalesce(n.owner_kind, f.owner_kind, c->>'kind') end as kind,
    coalesce(n.owner_id, f.owner_id, l.project_id, (c->>'id')::bigint) as id) about
  left join company.appointments a on about.kind = 'appointment' and a.tenant_id = o.tenant_id and a.id = about.id
  left join company.invoices i on about.kind in ('invoice', 'invoicePlace') and i.tenant_id = o.tenant_id and i.id = about.id
  left join company.jobs j on j.tenant_id = o.tenant_id
    and j.id = coalesce(a.job_id, i.job_id, case when about.kind = 'job' then about.id end)
  left join company.projects p on about.kind = 'project' and p.tenant_id = o.tenant_id and p.id = about.id
  where coalesce(j.business_unit_id, i.business_unit_id) <> all(${units}::bigint[])
    or (p.id is not null and not ${visibleProject(units)})))`;

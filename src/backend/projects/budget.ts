/** A project's budget against what was really spent; amounts only for those who may see costs (domain-rules §3, §9). */
import type { Budget, BudgetLineView } from '#contract/project.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type Stamp, workedDays } from '#domain/job/timesheet.ts';
import { cents, sumCents } from '#domain/money.ts';
import { type BudgetLine, budgetRows, type HourlyCost, laborOf, type Stint } from '#domain/project/budget.ts';
import type { Instant } from '#domain/time.ts';
import { jobInvoices } from '../jobs/invoice-views.ts';
import type { CommandContext } from '../write/context.ts';
import { materialCost } from './material-cost.ts';
import { projectCard } from './queries.ts';
import { visibleJob } from './visible.ts';

export const seesCosts = ({ rights }: Actor): boolean => rights.includes('seeCosts');

/** @throws ProblemError record.not_found (404) */
export async function budgetOf(tx: Transaction, context: CommandContext, id: Id): Promise<Budget> {
  const { actor, now } = context;
  const { project } = await projectCard(tx, actor, id);
  const { currency, timeZone } = project;
  const lines = await budgetLines(tx, 'l.project_id = $2 and l.active', [id]);
  const labor = laborOf(
    await stintsOf(tx, actor, id, now, timeZone),
    await hourlyCosts(tx, actor, id, currency),
  );
  const rows = budgetRows(lines as readonly (BudgetLineView & BudgetLine)[], {
    Labor: labor.costCents,
    Material: await materialCost(tx, actor, id, currency),
    Other: cents(0),
  });
  const shown = seesCosts(actor);
  const cost = (amount: number) => (shown ? amount : null);
  return {
    currency,
    lines: lines.map((line) => forReader(actor, line)),
    rows: rows.map((row) => ({
      ...row,
      budgetCents: cost(row.budgetCents),
      actualCents: cost(row.actualCents),
      leftCents: cost(row.leftCents),
    })),
    labor: shown ? labor : { minutes: labor.minutes, unratedMinutes: labor.unratedMinutes },
    invoicedCents: await invoicedOf(tx, actor, id, currency),
  };
}

/** By a condition on `l`, in their order; `$1` is the tenant. */
export async function budgetLines(
  tx: Transaction,
  where: string,
  params: readonly unknown[],
): Promise<BudgetLineView[]> {
  return tx.query<BudgetLineView>(
    `select l.id, l.version, l.project_id as "projectId", l.position, l.label, l.kind, l.quantity,
       l.amount_cents as "amountCents"
     from company.project_budget_lines l where l.tenant_id = $1 and ${where} order by l.position, l.id`,
    [tx.tenantId, ...params],
  );
}

export const forReader = (actor: Actor, line: BudgetLineView): BudgetLineView =>
  seesCosts(actor) ? line : { ...line, amountCents: null };

/** Work on its jobs by technician and day, as the timesheets say it; another unit's jobs are left out, drives are, too. */
async function stintsOf(tx: Transaction, actor: Actor, id: Id, now: Instant, zone: string): Promise<Stint[]> {
  const rows = await tx.query<{ technicianId: Id; goesOn: boolean; stamps: Stamp[] }>(
    `select s.technician_id as "technicianId", s.active and not s.paused and s.status = 'Working' as "goesOn",
       (select jsonb_agg(jsonb_build_object('kind', t.kind, 'at', company.iso(t.at)))
        from company.timesheet_stamps t where t.tenant_id = s.tenant_id and t.assignment_id = s.id) as stamps
     from company.assignments s
     join company.appointments a on a.tenant_id = s.tenant_id and a.id = s.appointment_id
     join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     where j.tenant_id = $1 and j.project_id = $2 and ${visibleJob('$3')} and s.arrived_on is not null order by s.id`,
    [tx.tenantId, id, actor.businessUnitIds],
  );
  return rows.flatMap(({ technicianId, goesOn, stamps }) =>
    workedDays({ stamps: stamps ?? [], until: goesOn ? now : null }, zone).map(({ day, workMinutes }) => ({
      technicianId,
      on: day,
      minutes: workMinutes,
    })),
  );
}

/** Costs of those who worked, in the project's currency; what is known in another is not converted. */
async function hourlyCosts(tx: Transaction, actor: Actor, id: Id, currency: string): Promise<HourlyCost[]> {
  return tx.query<HourlyCost>(
    `select r.technician_id as "technicianId", r.valid_from as "validFrom", r.hourly_cost as "hourlyCost"
     from company.technician_costs r
     join company.technicians t on t.tenant_id = r.tenant_id and t.id = r.technician_id
     join company.business_units u on u.tenant_id = t.tenant_id and u.id = t.business_unit_id and u.currency = $2
     where r.tenant_id = $1 and r.active and exists (
       select from company.assignments s
       join company.appointments a on a.tenant_id = s.tenant_id and a.id = s.appointment_id
       join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
       where s.tenant_id = r.tenant_id and s.technician_id = r.technician_id and j.project_id = $3 and ${visibleJob('$4')})`,
    [tx.tenantId, currency, id, actor.businessUnitIds],
  );
}

async function invoicedOf(tx: Transaction, actor: Actor, id: Id, currency: string): Promise<number> {
  const jobs = await tx.query<{ id: Id }>(
    `select j.id from company.jobs j
     where j.tenant_id = $1 and j.project_id = $2 and ${visibleJob('$3')} and j.status <> 'Canceled'`,
    [tx.tenantId, id, actor.businessUnitIds],
  );
  const invoices = await jobInvoices(
    tx,
    jobs.map((job) => job.id),
  );
  return sumCents(
    [...invoices.values()]
      .filter((invoice) => invoice.currency === currency)
      .map(({ totalCents }) => cents(totalCents)),
  );
}

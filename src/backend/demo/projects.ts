/** Projects: the places with the most jobs behind them, those jobs in their folder, and two only just begun (domain-rules §3). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Project } from '#domain/project/project.ts';
import { addDays, addMinutes, type Day, dayOf, type Instant } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { addProjectSetUp, type ProjectSetUp } from './project-set-up.ts';

type Plan = {
  readonly name: string;
  readonly description?: string;
  readonly status: number;
  readonly sub?: number;
  readonly type: number;
  /** Days from today: start, target, actual completion. */
  readonly days: readonly [start: number, target: number, done?: number];
  readonly budget: readonly [
    label: string,
    kind: string,
    quantity: number | null,
    amountCents: number | null,
  ][];
  readonly permit?: string;
};

const LABOR: Plan['budget'] = [['Labor', 'Labor', 12, 540_00]];
const PLANS: readonly Plan[] = [
  {
    name: 'Heating and cooling, whole house',
    description: 'New heat pump, ducts sealed on both floors, thermostats in every room.',
    status: 1,
    sub: 2,
    type: 0,
    days: [-70, 14],
    budget: [
      ['Removal and rough-in', 'Labor', 16, 720_00],
      ['Heat pump, 4 ton', 'Material', 1, 5400_00],
      ['Permit and inspection', 'Other', null, 260_00],
    ],
    permit: 'M-2026-1187',
  },
  {
    name: 'Replacement over three visits',
    status: 1,
    sub: 1,
    type: 0,
    // Over its target: shows as late.
    days: [-60, -6],
    budget: [...LABOR, ['Boiler', 'Material', 1, 3150_00]],
  },
  { name: 'Panel upgrade', status: 3, type: 0, days: [-80, -30, -34], budget: LABOR, permit: 'E-2026-0420' },
  {
    name: 'Drain repair, basement',
    status: 2,
    sub: 0,
    type: 1,
    days: [-40, 20],
    budget: [['Labor', 'Labor', 8, null]],
  },
  { name: 'Service program 2026', status: 1, type: 2, days: [-90, 40], budget: LABOR },
  { name: 'Second system, attic', status: 4, type: 1, days: [-50, -10, -20], budget: LABOR },
  {
    name: 'Addition, two bathrooms',
    description: 'Plans are with the architect; the estimate is due on Friday.',
    status: 0,
    sub: 0,
    type: 1,
    days: [10, 70],
    budget: [
      ['Rough-in', 'Labor', 40, 1800_00],
      ['Fixtures', 'Material', 14, 6200_00],
    ],
  },
  { name: 'Generator', status: 0, sub: 1, type: 1, days: [21, 45], budget: [] },
];

/** Completed and canceled ones have no work ahead. */
const OVER = [3, 4];
/** Work ahead of a project is far ahead: a job that was touched is not told by the demo's coming days. */
const FAR_AHEAD_MINUTES = 30 * 24 * 60;
/** With jobs in their folder; the last two are blank. */
const WITH_JOBS = 6;

/** Jobs over before that instant, or far ahead: what today's story tells must look untouched. None in a demo without a past. */
export async function addProjects(
  tx: Transaction,
  context: CommandContext,
  before: Instant,
  zone: string,
): Promise<void> {
  const today = dayOf(context.now, zone);
  const setUp = await addProjectSetUp(tx, context.now, addDays(today, -400));
  const places = await tx.query<{
    customerId: Id;
    locationId: Id;
    jobIds: Id[];
    technicianIds: Id[];
    currency: string;
  }>(
    `select j.customer_id as "customerId", j.location_id as "locationId", array_agg(j.id order by j.id) as "jobIds",
       min(u.currency) as currency,
       (select coalesce(array_agg(t.id), '{}') from (select t.id from company.technicians t
          where t.tenant_id = $1 and t.business_unit_id = min(j.business_unit_id) order by t.id limit 1) t) as "technicianIds"
     from company.jobs j join company.business_units u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
     where j.tenant_id = $1 and exists (select from company.appointments a
         where a.tenant_id = j.tenant_id and a.job_id = j.id
           and (j.status = 'Completed' and a."end" < $2 or j.status = 'Scheduled' and a.start > $4))
     group by j.customer_id, j.location_id having count(*) filter (where j.status = 'Completed') > 1
     order by count(*) desc, j.location_id limit $3`,
    [tx.tenantId, before, PLANS.length, addMinutes(context.now, FAR_AHEAD_MINUTES)],
  );
  if (places.length === 0) return;
  const first = await takeNumbers(tx, 'project', places.length);
  const ids = await newIds(tx, places.length);
  const projects = places.map((place, index) => ({
    ...projectOf(PLANS[index]!, setUp, today, context.actor.userId),
    id: ids[index]!,
    number: first + index,
    customerId: place.customerId,
    locationId: place.locationId,
    billToCustomerId: place.customerId,
    managerTechnicianIds: index % 2 === 0 ? place.technicianIds : [],
    currency: place.currency,
  }));
  const lines = projects.flatMap((project, index) => linesOf(project, PLANS[index]!));
  const lineIds = await newIds(tx, lines.length);
  await saveRecords(tx, context, { verb: 'project.created', undoable: false }, [
    ...projects.map((after) => ({
      kind: 'project' as const,
      before: null,
      after,
      label: `Project ${after.number}`,
    })),
    ...lines.map(
      (line, index): RecordChange => ({
        kind: 'projectBudgetLine',
        before: null,
        after: { ...line, id: lineIds[index]! },
        label: line.label,
      }),
    ),
  ]);
  for (const [index, { jobIds }] of places.slice(0, WITH_JOBS).entries()) {
    const jobs = await loadRecords(tx, 'job', jobIds, { lock: true });
    const isOver = OVER.includes(PLANS[index]!.status);
    await saveRecords(
      tx,
      context,
      { verb: 'project.job-attached', undoable: false },
      jobs
        .filter((job) => !isOver || job.status === 'Completed')
        .map((job) => ({
          kind: 'job' as const,
          before: job,
          after: { ...job, projectId: ids[index]! },
          label: `Job ${job.number}`,
        })),
    );
  }
}

type Planned = Omit<
  Project,
  'id' | 'number' | 'customerId' | 'locationId' | 'billToCustomerId' | 'managerTechnicianIds' | 'currency'
>;

function projectOf(plan: Plan, setUp: ProjectSetUp, today: Day, managerId: Id): Planned {
  const status = setUp.statuses[plan.status]!;
  const [start, target, done] = plan.days;
  return {
    name: plan.name,
    description: plan.description ?? '',
    typeId: setUp.typeIds[plan.type]!,
    statusId: status.id,
    subStatusId: plan.sub === undefined ? null : status.subStatusIds[plan.sub]!,
    startsOn: addDays(today, start),
    targetCompletion: addDays(today, target),
    actualCompletion: done === undefined ? null : addDays(today, done),
    managerUserIds: [managerId],
    tagIds: [],
    customFields: plan.permit ? { permit: plan.permit } : {},
    externalKey: null,
    active: true,
  };
}

const linesOf = ({ id: projectId }: { id: Id }, { budget }: Plan) =>
  budget.map(([label, kind, quantity, amountCents], position) => ({
    projectId,
    position,
    label,
    kind,
    quantity: quantity === null ? null : quantity * 10_000,
    amountCents,
    active: true,
  }));

/** Projects: a folder of jobs at one location, with statuses, days, managers and a budget (domain-rules §3). */
import { z } from 'zod';
import { JOB_STATUSES } from '#domain/job/job-card.ts';
import {
  LONGEST_EXTERNAL_KEY,
  LONGEST_LABEL,
  LONGEST_NAME,
  LONGEST_PROJECT_DESCRIPTION,
} from '#domain/lengths.ts';
import { BUDGET_KINDS } from '#domain/project/project.ts';
import { customValues } from './custom-values.ts';
import { appointment, note } from './job.ts';
import { day, expected, id, instant, pageOf, requiredText, text, version } from './scalars.ts';

const days = {
  startsOn: day.nullable(),
  targetCompletion: day.nullable(),
  actualCompletion: day.nullable(),
};
/** What people decide on; in `projects.update` each alone. */
const fields = {
  name: requiredText(LONGEST_NAME),
  description: text(LONGEST_PROJECT_DESCRIPTION),
  typeId: id.nullable(),
  billToCustomerId: id,
  statusId: id.nullable(),
  subStatusId: id.nullable(),
  ...days,
  managerUserIds: z.array(id).max(20),
  managerTechnicianIds: z.array(id).max(20),
  tagIds: z.array(id).max(50),
  customFields: customValues,
  /** What another program calls it; one project per key. */
  externalKey: requiredText(LONGEST_EXTERNAL_KEY).nullable(),
};

/** Of a job the project has its customer, location and payer, and the job is in it from the start. */
const place = z.union([
  z.strictObject({ customerId: id, locationId: id, billToCustomerId: id.optional() }),
  z.strictObject({ jobId: id }),
]);
export const newProject = z.strictObject({
  place,
  name: fields.name,
  description: fields.description.default(''),
  typeId: fields.typeId.default(null),
  /** Left out: the first of the company's that is in use. */
  statusId: id.optional(),
  subStatusId: fields.subStatusId.default(null),
  startsOn: days.startsOn.default(null),
  targetCompletion: days.targetCompletion.default(null),
  managerUserIds: fields.managerUserIds.default([]),
  managerTechnicianIds: fields.managerTechnicianIds.default([]),
  tagIds: fields.tagIds.default([]),
  customFields: fields.customFields.default({}),
  externalKey: fields.externalKey.default(null),
});
export const updateProject = z.strictObject({
  expected,
  changes: z.strictObject({ ...fields, active: z.boolean() }).partial(),
});
/** Decided on the jobs' versions: whether they are in a project is written on them. */
export const projectJobs = z.strictObject({ expected, jobIds: z.array(id).min(1).max(200) });

export const project = z.strictObject({
  ...fields,
  id,
  version,
  number: z.int(),
  name: z.string(),
  description: z.string(),
  customerId: id,
  customerName: z.string(),
  locationId: id,
  address: z.string(),
  billToName: z.string(),
  externalKey: z.string().nullable(),
  currency: z.string(),
  /** Its days are the calendar's there. */
  timeZone: z.string(),
  active: z.boolean(),
  createdOn: instant,
  modifiedOn: instant,
});
/** Of the jobs the reader may see. */
export const progress = z.strictObject({
  counts: z.record(z.enum(JOB_STATUSES), z.int()),
  jobs: z.int(),
  donePercent: z.int().nullable(),
});
export const projectCard = z.strictObject({ project, progress });

export const projectSummary = z.strictObject({
  id,
  number: z.int(),
  name: z.string(),
  typeId: id.nullable(),
  statusId: id.nullable(),
  subStatusId: id.nullable(),
  customerId: id,
  customerName: z.string(),
  locationId: id,
  address: z.string(),
  ...days,
  managerUserIds: z.array(id),
  managerTechnicianIds: z.array(id),
  tagIds: z.array(id),
  progress,
});
export const projectPage = pageOf(projectSummary);
/** The project a job is in; null: in none. */
export const projectOfJob = z.strictObject({
  project: z.strictObject({ id, number: z.int(), name: z.string() }).nullable(),
});

/** A job as a project lists it, or could take it in. */
export const projectJob = z.strictObject({
  id,
  version,
  number: z.int(),
  status: z.enum(JOB_STATUSES),
  jobTypeId: id,
  businessUnitId: id,
  summary: z.string(),
  billToCustomerId: id,
  billToName: z.string(),
  /** Next unfinished visit, else the last. */
  start: instant.nullable(),
  technicianNames: z.array(z.string()),
  completedOn: instant.nullable(),
  projectId: id.nullable(),
  projectNumber: z.int().nullable(),
});
export const projectJobPage = pageOf(projectJob);
export const projectAppointmentPage = pageOf(appointment);

/** `notes`: `project.other_payer` for a job somebody else pays for. `jobs`: those moved, as they are now. */
export const projectWritten = z.strictObject({
  operationId: id,
  merged: z.boolean(),
  card: projectCard,
  jobs: z.array(projectJob),
  notes: z.array(note),
});

const label = requiredText(LONGEST_LABEL);
const budgetFields = {
  label,
  kind: z.enum(BUDGET_KINDS),
  /** 1/10,000 of an hour (labor) or of a unit. */
  quantity: z.int().min(0).max(1e12).nullable(),
  /** Of the project's currency; null for whoever may not see costs. */
  amountCents: z.int().min(0).max(1e13).nullable(),
};
export const budgetLine = z.strictObject({
  ...budgetFields,
  id,
  version,
  projectId: id,
  position: z.int(),
  label: z.string(),
});
export const newBudgetLine = z.strictObject({
  ...budgetFields,
  quantity: budgetFields.quantity.default(null),
  amountCents: budgetFields.amountCents.default(null),
});
export const changeBudgetLine = z.strictObject({
  expected,
  changes: z.strictObject({ ...budgetFields, active: z.boolean() }).partial(),
});

const amount = z.int().nullable();
/** Amounts but `invoicedCents` are null, and there is no `costCents`, for whoever may not see costs (domain-rules §9). */
export const budget = z.strictObject({
  currency: z.string(),
  lines: z.array(budgetLine),
  rows: z.array(
    z.strictObject({
      kind: z.enum(BUDGET_KINDS),
      budgetCents: amount,
      budgetQuantity: z.int(),
      actualCents: amount,
      leftCents: amount,
    }),
  ),
  /** Worked on its jobs up to now. `unratedMinutes`: without a known cost, so not in the amount. */
  labor: z.strictObject({ minutes: z.int(), costCents: z.int().optional(), unratedMinutes: z.int() }),
  /** Totals of its jobs' invoices in the project's currency, tax included: prices, so everybody's to see. */
  invoicedCents: z.int(),
});
export const budgetWritten = z.strictObject({ operationId: id, merged: z.boolean(), line: budgetLine });

/** The company's lists for projects, in their order, with those no longer in use. */
const named = { id, name: z.string(), active: z.boolean() };
export const projectSetup = z.strictObject({
  statuses: z.array(
    z.strictObject({ ...named, closes: z.boolean(), subStatuses: z.array(z.strictObject(named)) }),
  ),
  types: z.array(z.strictObject(named)),
  /** People of the office who may lead one; technicians are in the other set-up lists. */
  users: z.array(z.strictObject(named)),
});

export type ProjectView = z.output<typeof project>;
export type ProjectCard = z.output<typeof projectCard>;
export type ProjectSummary = z.output<typeof projectSummary>;
export type ProjectJob = z.output<typeof projectJob>;
export type ProjectSetup = z.output<typeof projectSetup>;
export type ProjectWritten = z.output<typeof projectWritten>;
export type Budget = z.output<typeof budget>;
export type BudgetLineView = z.output<typeof budgetLine>;

/** Of a project nothing but what it is called: for who orders for it. */
export const projectNames = z.strictObject({
  items: z.array(z.strictObject({ id, number: z.int(), name: z.string() })),
});
export type ProjectName = z.output<typeof projectNames>['items'][number];

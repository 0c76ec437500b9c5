/** Projects: reading them, their jobs, visits and budget, and every command on them. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { AppointmentView } from '#contract/job.ts';
import type { ProjectJob } from '#contract/project.ts';
import type { Day } from '#domain/time.ts';
import { api } from '../lib/api.ts';
import { projectKeys } from './project-names.ts';
import type { Versioned } from './versions.ts';
import { rowsRead, widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

/** What a list of projects is narrowed to. */
export type ProjectFilters = {
  readonly q?: string | undefined;
  readonly statusIds?: readonly number[] | undefined;
  readonly typeId?: number | undefined;
  readonly customerId?: number | undefined;
  readonly locationId?: number | undefined;
  readonly managerUserId?: number | undefined;
  readonly managerTechnicianId?: number | undefined;
  readonly startsFrom?: Day | undefined;
  readonly startsTo?: Day | undefined;
  readonly completedFrom?: Day | undefined;
  readonly completedTo?: Day | undefined;
};

export const projectQueries = {
  all: () => projectKeys.all,
  lists: () => [...projectQueries.all(), 'list'] as const,
  list: (filters: ProjectFilters = {}) =>
    widePages([...projectQueries.lists(), filters], (page, signal) =>
      api.call('projects.list', { query: { ...filters, ...page }, signal }),
    ),
  /** The company's lists for projects: under `setup`, so that they are read again when the set-up changes. */
  setup: () =>
    queryOptions({
      queryKey: projectKeys.setup,
      queryFn: ({ signal }) => api.call('projects.setup', { signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: projectKeys.detail(id),
      queryFn: ({ signal }) => api.call('projects.get', { params: { id }, signal }),
    }),
  ofJob: (jobId: number) =>
    queryOptions({
      queryKey: [...projectQueries.all(), 'of-job', jobId],
      queryFn: ({ signal }) => api.call('projects.ofJob', { params: { id: jobId }, signal }),
    }),
  jobs: (id: number) => ({
    ...widePages([...projectQueries.all(), 'jobs', id], (query, signal) =>
      api.call('projects.jobs', { params: { id }, query, signal }),
    ),
    select: rowsRead<ProjectJob>,
  }),
  attachable: (id: number) => ({
    ...widePages([...projectQueries.all(), 'jobs', id, 'attachable'], (query, signal) =>
      api.call('projects.attachable', { params: { id }, query, signal }),
    ),
    select: rowsRead<ProjectJob>,
  }),
  visits: (id: number) => ({
    ...widePages([...projectQueries.all(), 'visits', id], (query, signal) =>
      api.call('projects.appointments', { params: { id }, query, signal }),
    ),
    select: rowsRead<AppointmentView>,
  }),
  budget: (id: number) =>
    queryOptions({
      queryKey: [...projectQueries.all(), 'budget', id],
      queryFn: ({ signal }) => api.call('projects.budget', { params: { id }, signal }),
    }),
};

type Written = ResultOf<'projects.update'>;

const common = {
  apply: (client: QueryClient, { card }: Written) =>
    client.setQueryData(projectQueries.detail(card.project.id).queryKey, card),
  versionsIn: ({ card, jobs }: Written): Versioned[] => [
    { kind: 'project', id: card.project.id, version: card.project.version },
    ...jobs.map(({ id, version }) => ({ kind: 'job' as const, id, version })),
  ],
  stale: (_: unknown, result: Written | undefined) => [
    projectQueries.lists(),
    ...['jobs', 'of-job', 'visits', 'budget'].map((part) => [...projectQueries.all(), part]),
    ['history'],
    ['operations'],
    // Which project they are in is part of the jobs' versions.
    ...(result === undefined || result.jobs.length > 0 ? [['jobs', 'detail']] : []),
    ...(result ? [] : [[...projectQueries.all(), 'detail']]),
  ],
};

type OfProject = Based & { readonly id: number };
type WithJobs = OfProject & { readonly jobIds: readonly number[] };

const moveJobs = (name: 'projects.attach' | 'projects.detach') =>
  write<WithJobs, Written>({
    key: ['projects', name],
    send: ({ id, jobIds }, { expected, idempotencyKey }) =>
      api.call(name, { params: { id }, body: { expected, jobIds: [...jobIds] }, idempotencyKey }),
    ...common,
  });

type BudgetWritten = ResultOf<'budgetLines.change'>;
const budgetStale = () => [[...projectQueries.all(), 'budget'], ['history'], ['operations']];

export const projectMutations = {
  create: () =>
    write<BodyIn<'projects.create'>, Written>({
      key: ['projects', 'create'],
      send: (body, { idempotencyKey }) => api.call('projects.create', { body, idempotencyKey }),
      ...common,
    }),
  update: () =>
    write<OfProject & { changes: BodyIn<'projects.update'>['changes'] }, Written>({
      key: ['projects', 'update'],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('projects.update', { params: { id }, body: { expected, changes }, idempotencyKey }),
      ...common,
    }),
  attach: () => moveJobs('projects.attach'),
  detach: () => moveJobs('projects.detach'),
  addBudgetLine: () =>
    write<OfProject & { line: BodyIn<'projects.addBudgetLine'> }, BudgetWritten>({
      key: ['projects', 'add-budget-line'],
      send: ({ id, line }, { idempotencyKey }) =>
        api.call('projects.addBudgetLine', { params: { id }, body: line, idempotencyKey }),
      stale: budgetStale,
    }),
  changeBudgetLine: () =>
    write<OfProject & { changes: BodyIn<'budgetLines.change'>['changes'] }, BudgetWritten>({
      key: ['projects', 'change-budget-line'],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('budgetLines.change', { params: { id }, body: { expected, changes }, idempotencyKey }),
      versionsIn: ({ line }) => [{ kind: 'projectBudgetLine', id: line.id, version: line.version }],
      stale: budgetStale,
    }),
};

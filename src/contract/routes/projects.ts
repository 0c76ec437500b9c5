/** Projects (domain-rules §3): CSR, dispatcher, accounting and admin (§9). */
import { type Route, route } from '../endpoint.ts';
import { people } from './roles.ts';

export const projects = {
  'projects.list': route('GET', '/api/projects', {
    summary: 'Projects by status, days, manager, customer, location or text, newest first',
    roles: people,
  }),
  'projects.setup': route('GET', '/api/project-setup', {
    summary: 'Statuses with sub-statuses, types, and who may manage a project',
    roles: people,
  }),
  'projects.get': route('GET', '/api/projects/:id', {
    summary: 'A project with the progress of its jobs',
    roles: people,
  }),
  'projects.ofJob': route('GET', '/api/jobs/:id/project', {
    summary: 'The project a job is in',
    roles: people,
  }),
  'projects.create': route('POST', '/api/projects', {
    summary: 'A new project: blank at a customer’s location, or from a job',
    roles: people,
    idempotency: 'key',
    audit: 'project.create',
  }),
  'projects.update': route('PATCH', '/api/projects/:id', {
    summary: 'Change a project',
    roles: people,
    idempotency: 'versions',
    audit: 'project.update',
  }),
  'projects.bulk': route('POST', '/api/projects/bulk', {
    summary: 'One change on many projects: looked at first, then given all or nothing',
    roles: people,
    idempotency: 'key',
    audit: 'project.bulk',
    bodyLimit: 1024 * 1024,
  }),
  'projects.attach': route('POST', '/api/projects/:id/attach', {
    summary: 'Put jobs at its location into the project',
    roles: people,
    idempotency: 'versions',
    audit: 'project.attach-jobs',
  }),
  'projects.detach': route('POST', '/api/projects/:id/detach', {
    summary: 'Take jobs out of the project',
    roles: people,
    idempotency: 'versions',
    audit: 'project.detach-jobs',
  }),
  'projects.jobs': route('GET', '/api/projects/:id/jobs', {
    summary: 'The jobs of a project, the newest first, in pages',
    roles: people,
  }),
  'projects.attachable': route('GET', '/api/projects/:id/attachable-jobs', {
    summary: 'The other jobs at its location, those of other projects too',
    roles: people,
  }),
  'projects.appointments': route('GET', '/api/projects/:id/appointments', {
    summary: 'The visits of a project’s jobs, by their start',
    roles: people,
  }),
  'projects.budget': route('GET', '/api/projects/:id/budget', {
    summary: 'Budget lines against what was really spent; amounts for those who may see costs',
    roles: people,
  }),
  'projects.addBudgetLine': route('POST', '/api/projects/:id/budget-lines', {
    summary: 'Add a line to a project’s budget',
    roles: people,
    idempotency: 'key',
    audit: 'project.add-budget-line',
  }),
  'budgetLines.change': route('PATCH', '/api/budget-lines/:id', {
    summary: 'Change or remove a budget line',
    roles: people,
    idempotency: 'versions',
    audit: 'project.change-budget-line',
  }),
} as const satisfies Record<string, Route>;

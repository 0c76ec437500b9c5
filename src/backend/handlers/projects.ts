/** Projects. */
import type { projects as rows } from '#contract/routes/projects.ts';
import { budgetOf } from '../projects/budget.ts';
import { addBudgetLine, changeBudgetLine } from '../projects/budget-commands.ts';
import { bulkProjects } from '../projects/bulk.ts';
import { createProject, updateProject } from '../projects/commands.ts';
import { attachJobs, detachJobs } from '../projects/folder.ts';
import { attachableJobs, jobsOfProject, projectOfJob, visitsOfProject } from '../projects/jobs.ts';
import { projectPage } from '../projects/list.ts';
import { projectCard, projectSetup } from '../projects/queries.ts';
import { created, given, type Handlers, idOf, ok } from './ask.ts';

export const projectsHandlers: Handlers<keyof typeof rows> = {
  'projects.list': ({ tx, context, query }) => ok(projectPage(tx, context.actor, query)),
  'projects.setup': ({ tx }) => ok(projectSetup(tx)),
  'projects.get': ({ tx, context, params }) => ok(projectCard(tx, context.actor, idOf(params))),
  'projects.ofJob': ({ tx, context, params }) => ok(projectOfJob(tx, context.actor, idOf(params))),
  'projects.create': ({ tx, context, body }) => created(createProject(tx, context, body)),
  'projects.update': ({ tx, context, params, body }) =>
    ok(updateProject(tx, context, idOf(params), { ...body, changes: given(body.changes) })),
  'projects.bulk': ({ tx, context, body }) => ok(bulkProjects(tx, context, body)),
  'projects.attach': ({ tx, context, params, body }) => ok(attachJobs(tx, context, idOf(params), body)),
  'projects.detach': ({ tx, context, params, body }) => ok(detachJobs(tx, context, idOf(params), body)),
  'projects.jobs': ({ tx, context, params, query }) =>
    ok(jobsOfProject(tx, context.actor, idOf(params), query)),
  'projects.attachable': ({ tx, context, params, query }) =>
    ok(attachableJobs(tx, context.actor, idOf(params), query)),
  'projects.appointments': ({ tx, context, params, query }) =>
    ok(visitsOfProject(tx, context.actor, idOf(params), query)),
  'projects.budget': ({ tx, context, params }) => ok(budgetOf(tx, context, idOf(params))),
  'projects.addBudgetLine': ({ tx, context, params, body }) =>
    created(addBudgetLine(tx, context, idOf(params), body)),
  'budgetLines.change': ({ tx, context, params, body }) =>
    ok(changeBudgetLine(tx, context, idOf(params), { ...body, changes: given(body.changes) })),
};

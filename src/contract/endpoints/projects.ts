/** Schemas of projects. */
import { z } from 'zod';
import { bulkDone } from '../bulk.ts';
import type { Schemas } from '../endpoint.ts';
import * as projects from '../project.ts';
import { bulkProjects } from '../project-bulk.ts';
import type { projects as rows } from '../routes/projects.ts';
import { day, idListText, idPageQuery, idText, pageQuery } from '../scalars.ts';
import { byId } from './by-id.ts';

const listed = z.strictObject(idPageQuery);

export const projectsSchemas = {
  'projects.list': {
    query: z.strictObject({
      q: z.string().max(200).optional(),
      statusIds: idListText.optional(),
      typeId: idText.optional(),
      customerId: idText.optional(),
      locationId: idText.optional(),
      managerUserId: idText.optional(),
      managerTechnicianId: idText.optional(),
      /** First and last day, both counted. */
      startsFrom: day.optional(),
      startsTo: day.optional(),
      completedFrom: day.optional(),
      completedTo: day.optional(),
      ...pageQuery,
    }),
    responses: { 200: projects.projectPage },
  },
  'projects.setup': { responses: { 200: projects.projectSetup } },
  'projects.get': { params: byId, responses: { 200: projects.projectCard } },
  'projects.ofJob': { params: byId, responses: { 200: projects.projectOfJob } },
  'projects.create': { body: projects.newProject, responses: { 201: projects.projectWritten } },
  'projects.update': {
    params: byId,
    body: projects.updateProject,
    responses: { 200: projects.projectWritten },
  },
  'projects.bulk': { body: bulkProjects, responses: { 200: bulkDone } },
  'projects.attach': {
    params: byId,
    body: projects.projectJobs,
    responses: { 200: projects.projectWritten },
  },
  'projects.detach': {
    params: byId,
    body: projects.projectJobs,
    responses: { 200: projects.projectWritten },
  },
  'projects.jobs': { params: byId, query: listed, responses: { 200: projects.projectJobPage } },
  'projects.attachable': { params: byId, query: listed, responses: { 200: projects.projectJobPage } },
  'projects.appointments': {
    params: byId,
    query: listed,
    responses: { 200: projects.projectAppointmentPage },
  },
  'projects.budget': { params: byId, responses: { 200: projects.budget } },
  'projects.addBudgetLine': {
    params: byId,
    body: projects.newBudgetLine,
    responses: { 201: projects.budgetWritten },
  },
  'budgetLines.change': {
    params: byId,
    body: projects.changeBudgetLine,
    responses: { 200: projects.budgetWritten },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;

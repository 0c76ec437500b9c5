/** Schemas of jobs. */
import { z } from 'zod';
import { JOB_STATUSES } from '#domain/job/job-card.ts';
import { bulkDone, bulkJobs } from '../bulk.ts';
import type { Schemas } from '../endpoint.ts';
import { jobCard, jobPage, jobsWritten } from '../job.ts';
import * as asked from '../job-commands.ts';
import { invoiceDocument, invoiceRefreshed, refreshInvoice } from '../job-invoice.ts';
import type { jobs as rows } from '../routes/jobs.ts';
import { idListText, idText, instant, pageQuery } from '../scalars.ts';
import { byId, command } from './by-id.ts';

export const jobsSchemas = {
  'jobs.list': {
    query: z.strictObject({
      q: z.string().max(200).optional(),
      status: z
        .string()
        .transform((list) => list.split(','))
        .pipe(z.array(z.enum(JOB_STATUSES)))
        .optional(),
      customerId: idText.optional(),
      locationId: idText.optional(),
      technicianId: idText.optional(),
      businessUnitIds: idListText.optional(),
      jobTypeIds: idListText.optional(),
      /** With any of these tags. */
      tagIds: idListText.optional(),
      projectId: idText.optional(),
      /** Recalls of this job and work under its warranty. */
      originalJobId: idText.optional(),
      /** Any appointment overlaps [from, to). */
      from: instant.optional(),
      to: instant.optional(),
      completedFrom: instant.optional(),
      completedTo: instant.optional(),
      ...pageQuery,
    }),
    responses: { 200: jobPage },
  },
  'jobs.get': {
    params: byId,
    responses: { 200: jobCard },
  },
  'jobs.book': {
    body: asked.bookJob,
    responses: { 201: jobsWritten },
  },
  'jobs.update': {
    params: byId,
    body: asked.updateJob,
    responses: { 200: jobsWritten },
  },
  'jobs.invoice': { params: byId, responses: { 200: invoiceDocument } },
  'jobs.refreshInvoice': { params: byId, body: refreshInvoice, responses: { 200: invoiceRefreshed } },
  'jobs.hold': command(asked.withReason),
  'jobs.resume': command(asked.bare),
  'jobs.cancel': command(asked.withReason),
  'jobs.removeCancellation': command(asked.removeCancellation),
  'jobs.complete': command(asked.completeJob),
  'jobs.reopen': command(asked.bare),
  'jobs.assign': command(asked.assign),
  'jobs.unassign': command(asked.unassign),
  'jobs.bulk': { body: bulkJobs, responses: { 200: bulkDone } },
  'jobs.addAppointment': {
    params: byId,
    body: asked.addAppointment,
    responses: { 201: jobsWritten },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;

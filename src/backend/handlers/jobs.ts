/** Jobs. */
import type { jobs as rows } from '#contract/routes/jobs.ts';
import { cardView } from '../jobs/answers.ts';
import { bookJob } from '../jobs/book.ts';
import { bulkJobs } from '../jobs/bulk-rows.ts';
import * as jobs from '../jobs/commands.ts';
import { invoiceDocument, refreshInvoice } from '../jobs/invoice-document.ts';
import { jobPage } from '../jobs/list.ts';
import { created, given, type Handlers, idOf, ok, reason } from './ask.ts';

export const jobsHandlers: Handlers<keyof typeof rows> = {
  'jobs.list': ({ tx, context, query }) => ok(jobPage(tx, context.actor, query)),
  'jobs.get': ({ tx, context, params }) => ok(cardView(tx, context.actor, idOf(params))),
  'jobs.book': ({ tx, context, body }) => created(bookJob(tx, context, body)),
  'jobs.update': ({ tx, context, params, body }) =>
    ok(
      jobs.onJob(tx, context, idOf(params), body, 'job.updated', {
        type: 'update',
        changes: given(body.changes),
      }),
    ),
  'jobs.invoice': ({ tx, context, params }) => ok(invoiceDocument(tx, context.actor, idOf(params))),
  'jobs.refreshInvoice': ({ tx, context, params, body }) =>
    ok(refreshInvoice(tx, context, idOf(params), body)),
  'jobs.hold': ({ tx, context, params, body }) =>
    ok(jobs.onJob(tx, context, idOf(params), body, 'job.held', { type: 'holdJob', ...reason(body) })),
  'jobs.resume': ({ tx, context, params, body }) =>
    ok(jobs.onJob(tx, context, idOf(params), body, 'job.resumed', { type: 'resumeJob' })),
  'jobs.cancel': ({ tx, context, params, body }) =>
    ok(jobs.onJob(tx, context, idOf(params), body, 'job.canceled', { type: 'cancelJob', ...reason(body) })),
  'jobs.removeCancellation': ({ tx, context, params, body }) =>
    ok(jobs.removeCancellation(tx, context, idOf(params), body)),
  'jobs.complete': ({ tx, context, params, body }) =>
    ok(
      jobs.onJob(tx, context, idOf(params), body, 'job.completed', {
        type: 'completeJob',
        completedOn: body.completedOn ?? context.now,
      }),
    ),
  'jobs.reopen': ({ tx, context, params, body }) =>
    ok(jobs.onJob(tx, context, idOf(params), body, 'job.reopened', { type: 'reopenJob' })),
  'jobs.assign': ({ tx, context, params, body }) =>
    ok(jobs.onOpenAppointments(tx, context, idOf(params), body, 'assign')),
  'jobs.unassign': ({ tx, context, params, body }) =>
    ok(jobs.onOpenAppointments(tx, context, idOf(params), body, 'unassign')),
  'jobs.bulk': ({ tx, context, body }) => ok(bulkJobs(tx, context, body)),
  'jobs.addAppointment': ({ tx, context, params, body }) =>
    created(jobs.addAppointment(tx, context, idOf(params), body)),
};

/** Jobs: finding, booking, and the commands of domain-rules §2 on a whole job. */
import { type Route, route } from '../endpoint.ts';
import { booking, dispatching, office, people } from './roles.ts';

type CommandRoles = typeof booking | typeof dispatching;
const jobCommand = (name: string, summary: string, roles: CommandRoles = booking) =>
  route('POST', `/api/jobs/:id/${name}`, { summary, roles, idempotency: 'versions', audit: `job.${name}` });
export const jobs = {
  'jobs.list': route('GET', '/api/jobs', {
    summary: 'Jobs by status, day, customer, technician, business unit or text, newest first',
    roles: office,
  }),
  'jobs.get': route('GET', '/api/jobs/:id', {
    summary: 'A job with its appointments, assignments and invoice',
    roles: office,
  }),
  'jobs.book': route('POST', '/api/jobs', {
    summary:
      'Book a job: the job, its first appointment and its invoice, with a new customer and location if need be',
    roles: booking,
    idempotency: 'key',
    audit: 'job.book',
  }),
  'jobs.update': route('PATCH', '/api/jobs/:id', {
    summary: 'Change a job',
    roles: people,
    idempotency: 'versions',
    audit: 'job.update',
  }),
  'jobs.invoice': route('GET', '/api/jobs/:id/invoice', {
    summary: 'The job’s invoice with its own copy of names, addresses, term and tax rates',
    roles: office,
  }),
  'jobs.refreshInvoice': route('POST', '/api/jobs/:id/refresh-invoice', {
    summary: 'Copy names, addresses, term and tax rates anew to the pending invoice',
    roles: people,
    idempotency: 'versions',
    audit: 'invoice.refresh',
  }),
  'jobs.hold': jobCommand('hold', 'Put every unfinished appointment of the job on hold'),
  'jobs.resume': jobCommand('resume', 'Release the job from hold'),
  'jobs.cancel': jobCommand('cancel', 'Cancel the job; technicians are free at once'),
  'jobs.removeCancellation': jobCommand('remove-cancellation', 'Bring a canceled job back'),
  'jobs.complete': jobCommand('complete', 'Complete the job', dispatching),
  'jobs.reopen': jobCommand('reopen', 'Reopen a completed job while its invoice is pending', dispatching),
  'jobs.assign': jobCommand('assign', 'Assign technicians to all open appointments of the job', dispatching),
  'jobs.unassign': jobCommand(
    'unassign',
    'Take technicians off all open appointments of the job',
    dispatching,
  ),
  'jobs.bulk': route('POST', '/api/jobs/bulk', {
    summary: 'One step on many jobs: looked at first, then given all or nothing',
    roles: booking,
    idempotency: 'key',
    audit: 'job.bulk',
    bodyLimit: 1024 * 1024,
  }),
  'jobs.addAppointment': route('POST', '/api/jobs/:id/appointments', {
    summary: 'Add a visit to the job',
    roles: booking,
    idempotency: 'key',
    audit: 'appointment.add',
  }),
} as const satisfies Record<string, Route>;

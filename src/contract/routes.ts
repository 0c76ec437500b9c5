/**
 * The endpoint table without its schemas: method, path, roles, how it may be repeated, what the audit says. The
 * browser's first load needs this much and no validation library; `endpoints.ts` adds the schemas.
 */
import { type Route, route } from './endpoint.ts';

const office = ['csr', 'dispatcher', 'purchasing', 'accounting', 'admin'] as const;
const booking = ['csr', 'dispatcher', 'admin'] as const;
const dispatching = ['dispatcher', 'admin'] as const;
const people = ['csr', 'dispatcher', 'accounting', 'admin'] as const;
const admin = ['admin'] as const;

type CommandRoles = typeof booking | typeof dispatching;
const jobCommand = (name: string, summary: string, roles: CommandRoles = booking) =>
  route('POST', `/api/jobs/:id/${name}`, { summary, roles, idempotency: 'versions', audit: `job.${name}` });
const appointmentCommand = (name: string, summary: string, roles: CommandRoles = booking) =>
  route('POST', `/api/appointments/:id/${name}`, {
    summary,
    roles,
    idempotency: 'versions',
    audit: `appointment.${name}`,
  });

export const routes = {
  // ── who am I ──────────────────────────────────────────────────────────────────────────────────────────────
  'session.signIn': route('POST', '/bff/sign-in', {
    summary: 'Sign in with e-mail and password',
    roles: 'public',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'session.sign-in',
  }),
  'session.signOut': route('POST', '/bff/sign-out', {
    summary: 'End this session; twice is fine',
    roles: 'public',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'session.sign-out',
  }),
  'session.user': route('GET', '/bff/user', {
    summary: 'The person signed in',
    roles: 'self',
    answeredBy: 'bff',
  }),
  'session.list': route('GET', '/bff/sessions', {
    summary: 'My open sessions',
    roles: 'self',
    answeredBy: 'bff',
  }),
  'session.end': route('DELETE', '/bff/sessions/:key', {
    summary: 'End one of my sessions',
    roles: 'self',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'session.end',
  }),
  'session.changePassword': route('POST', '/bff/password', {
    summary: 'Change my password; ends my other sessions and renews this one',
    roles: 'self',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'user.change-password',
  }),
  'session.setupState': route('GET', '/bff/setup', {
    summary: 'Whether the first admin must still be made',
    roles: 'public',
    answeredBy: 'bff',
  }),
  'session.firstAdmin': route('POST', '/bff/setup', {
    summary: 'Make the first admin with the one-time token printed at start',
    roles: 'public',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'user.first-admin',
  }),
  'users.list': route('GET', '/api/users', {
    summary: 'All users of the company',
    roles: admin,
    answeredBy: 'bff',
  }),
  'users.create': route('POST', '/api/users', {
    summary: 'Add a user',
    roles: admin,
    answeredBy: 'bff',
    idempotency: 'key',
    audit: 'user.create',
  }),
  'users.change': route('PATCH', '/api/users/:id', {
    summary: 'Change a user: roles, units, password, active; ends their sessions when it must',
    roles: admin,
    answeredBy: 'bff',
    idempotency: 'versions',
    audit: 'user.change',
  }),
  'openapi.get': route('GET', '/api/openapi.json', {
    summary: 'This contract as an OpenAPI document',
    roles: 'self',
    answeredBy: 'bff',
  }),
  'events.stream': route('GET', '/api/events', {
    summary: 'The change feed as server-sent events; resumes after Last-Event-ID',
    roles: office,
    answeredBy: 'bff',
    kind: 'stream',
  }),

  // ── set-up and board ──────────────────────────────────────────────────────────────────────────────────────
  'setup.get': route('GET', '/api/setup', {
    summary: 'The set-up lists',
    roles: office,
  }),
  'board.day': route('GET', '/api/board', {
    summary: 'One day of the dispatch board',
    roles: office,
  }),
  'timeOff.add': route('POST', '/api/time-off', {
    summary: 'Give a technician time off',
    roles: dispatching,
    idempotency: 'key',
    audit: 'time-off.add',
  }),
  'timeOff.change': route('PATCH', '/api/time-off/:id', {
    summary: 'Move, rename or take back time off',
    roles: dispatching,
    idempotency: 'versions',
    audit: 'time-off.change',
  }),
  'nonJobEvents.add': route('POST', '/api/non-job-events', {
    summary: 'Add a meeting, training or another non-job event',
    roles: dispatching,
    idempotency: 'key',
    audit: 'non-job-event.add',
  }),
  'nonJobEvents.change': route('PATCH', '/api/non-job-events/:id', {
    summary: 'Move, rename or take back a non-job event',
    roles: dispatching,
    idempotency: 'versions',
    audit: 'non-job-event.change',
  }),
  'shifts.add': route('POST', '/api/shifts', {
    summary: 'Add a shift',
    roles: dispatching,
    idempotency: 'key',
    audit: 'shift.add',
  }),
  'shifts.change': route('PATCH', '/api/shifts/:id', {
    summary: 'Move or take back a shift',
    roles: dispatching,
    idempotency: 'versions',
    audit: 'shift.change',
  }),

  // ── customers ─────────────────────────────────────────────────────────────────────────────────────────────
  'customers.list': route('GET', '/api/customers', {
    summary: 'Customers; `q` searches name, phone, e-mail and address at once',
    roles: office,
  }),
  'customers.get': route('GET', '/api/customers/:id', {
    summary: 'A customer with locations and contacts',
    roles: office,
  }),
  'customers.create': route('POST', '/api/customers', {
    summary: 'Add a customer with locations and contacts',
    roles: people,
    idempotency: 'key',
    audit: 'customer.create',
  }),
  'customers.update': route('PATCH', '/api/customers/:id', {
    summary: 'Change a customer',
    roles: people,
    idempotency: 'versions',
    audit: 'customer.update',
  }),
  'locations.create': route('POST', '/api/locations', {
    summary: 'Add a location to a customer',
    roles: people,
    idempotency: 'key',
    audit: 'location.create',
  }),
  'locations.update': route('PATCH', '/api/locations/:id', {
    summary: 'Change a location',
    roles: people,
    idempotency: 'versions',
    audit: 'location.update',
  }),
  'contacts.create': route('POST', '/api/contacts', {
    summary: 'Add a contact to a customer',
    roles: people,
    idempotency: 'key',
    audit: 'contact.create',
  }),
  'contacts.update': route('PATCH', '/api/contacts/:id', {
    summary: 'Change or remove a contact',
    roles: people,
    idempotency: 'versions',
    audit: 'contact.update',
  }),

  // ── jobs ──────────────────────────────────────────────────────────────────────────────────────────────────
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
  'jobs.addAppointment': route('POST', '/api/jobs/:id/appointments', {
    summary: 'Add a visit to the job',
    roles: booking,
    idempotency: 'key',
    audit: 'appointment.add',
  }),

  // ── appointments and assignments ──────────────────────────────────────────────────────────────────────────
  'appointments.reschedule': appointmentCommand('reschedule', 'Change start, end or arrival window'),
  'appointments.hold': appointmentCommand('hold', 'Hold this appointment'),
  'appointments.release': appointmentCommand('release', 'Release this appointment from hold'),
  'appointments.confirm': appointmentCommand('confirm', 'The customer confirmed'),
  'appointments.unconfirm': appointmentCommand('unconfirm', 'The customer has not confirmed after all'),
  'appointments.instructions': appointmentCommand('instructions', 'Set special instructions'),
  'appointments.delete': appointmentCommand('delete', 'Delete an appointment that is not the only one'),
  'appointments.assign': appointmentCommand('assign', 'Assign technicians', dispatching),
  'appointments.unassign': appointmentCommand('unassign', 'Take technicians off', dispatching),
  'appointments.reassign': appointmentCommand(
    'reassign',
    'Move to a technician and time in one step',
    dispatching,
  ),
  'appointments.dispatch': appointmentCommand('dispatch', 'The technician is on the way', dispatching),
  'appointments.cancelDispatch': appointmentCommand(
    'cancel-dispatch',
    'Call the technician back',
    dispatching,
  ),
  'appointments.arrive': appointmentCommand('arrive', 'The technician arrived', dispatching),
  'appointments.pause': appointmentCommand('pause', 'Pause the work', dispatching),
  'appointments.resumeWork': appointmentCommand('resume-work', 'Resume the work', dispatching),
  'appointments.leave': appointmentCommand('leave', 'The technician left', dispatching),

  // ── history and undo ──────────────────────────────────────────────────────────────────────────────────────
  'history.get': route('GET', '/api/history/:kind/:id', {
    summary: 'What happened to a record, newest first',
    roles: office,
  }),
  'history.at': route('GET', '/api/history/:kind/:id/at', {
    summary: 'The record as it stood at a past minute',
    roles: office,
  }),
  'operations.list': route('GET', '/api/operations', {
    summary: 'My last steps that can be undone',
    roles: office,
  }),
  'operations.undo': route('POST', '/api/operations/undo', {
    summary: 'Undo my last step, or the one named',
    roles: people,
    idempotency: 'key',
    audit: 'operation.undo',
  }),

  // ── import of service requests ────────────────────────────────────────────────────────────────────────────
  'imports.list': route('GET', '/api/imports', {
    summary: 'Imports, newest first',
    roles: admin,
  }),
  'imports.upload': route('POST', '/api/imports/service-requests', {
    summary: 'Upload a CSV of service requests',
    roles: admin,
    kind: 'upload',
    bodyLimit: 300 * 1024 * 1024,
    idempotency: 'key',
    audit: 'import.upload',
  }),
  'imports.get': route('GET', '/api/imports/:id', {
    summary: 'State and progress of an import',
    roles: admin,
  }),
  'imports.check': route('POST', '/api/imports/:id/check', {
    summary: 'Decide every row’s fate under a mapping, writing nothing',
    roles: admin,
    idempotency: 'natural',
    audit: 'import.check',
  }),
  'imports.rows': route('GET', '/api/imports/:id/rows', {
    summary: 'Rows with their fates and reasons',
    roles: admin,
  }),
  'imports.run': route('POST', '/api/imports/:id/run', {
    summary: 'Write what was checked',
    roles: admin,
    idempotency: 'natural',
    audit: 'import.run',
  }),
  'imports.cancel': route('POST', '/api/imports/:id/cancel', {
    summary: 'Stop a check or a run; rows already written stay',
    roles: admin,
    idempotency: 'natural',
    audit: 'import.cancel',
  }),
  'imports.result': route('GET', '/api/imports/:id/result.csv', {
    summary: 'Every row with its fate and reasons as CSV',
    roles: admin,
    kind: 'download',
  }),
} as const satisfies Record<string, Route>;

export type EndpointName = keyof typeof routes;
export const endpointNames = Object.keys(routes) as EndpointName[];

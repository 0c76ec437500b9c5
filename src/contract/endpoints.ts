/**
 * The one endpoint table. From it come the typed client, the BFF's routes, validation, the role matrix, the OpenAPI
 * document and the tests that iterate over all routes. What is not here does not exist (R29).
 */
import { z } from 'zod';
import { JOB_STATUSES } from '#domain/job/job-card.ts';
import * as board from './board.ts';
import * as customers from './customer.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import * as history from './history.ts';
import { HISTORY_KINDS } from './history.ts';
import * as imports from './import.ts';
import * as jobs from './job.ts';
import { idListText, idText, instant, pageQuery } from './scalars.ts';
import * as sessions from './session.ts';
import * as set from './setup.ts';

const byId = z.strictObject({ id: idText });
const office = ['csr', 'dispatcher', 'purchasing', 'accounting', 'admin'] as const;
const booking = ['csr', 'dispatcher', 'admin'] as const;
const dispatching = ['dispatcher', 'admin'] as const;
const people = ['csr', 'dispatcher', 'accounting', 'admin'] as const;
const admin = ['admin'] as const;

const jobCommand = <B extends z.ZodType>(
  name: string,
  body: B,
  summary: string,
  roles: Endpoint['roles'] = booking,
) =>
  endpoint('POST', `/api/jobs/:id/${name}`, {
    summary,
    roles,
    params: byId,
    body,
    idempotency: 'versions',
    audit: `job.${name}`,
    responses: { 200: jobs.jobsWritten },
  });
const appointmentCommand = <B extends z.ZodType>(
  name: string,
  body: B,
  summary: string,
  roles: Endpoint['roles'] = booking,
) =>
  endpoint('POST', `/api/appointments/:id/${name}`, {
    summary,
    roles,
    params: byId,
    body,
    idempotency: 'versions',
    audit: `appointment.${name}`,
    responses: { 200: jobs.jobsWritten },
  });

export const endpoints = {
  // ── who am I ──────────────────────────────────────────────────────────────────────────────────────────────
  'session.signIn': endpoint('POST', '/bff/sign-in', {
    summary: 'Sign in with e-mail and password',
    roles: 'public',
    answeredBy: 'bff',
    body: sessions.signIn,
    idempotency: 'natural',
    audit: 'session.sign-in',
    responses: { 200: sessions.currentUser },
  }),
  'session.signOut': endpoint('POST', '/bff/sign-out', {
    summary: 'End this session; twice is fine',
    roles: 'public',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'session.sign-out',
    responses: { 204: null },
  }),
  'session.user': endpoint('GET', '/bff/user', {
    summary: 'The person signed in',
    roles: 'self',
    answeredBy: 'bff',
    responses: { 200: sessions.currentUser },
  }),
  'session.list': endpoint('GET', '/bff/sessions', {
    summary: 'My open sessions',
    roles: 'self',
    answeredBy: 'bff',
    responses: { 200: sessions.sessions },
  }),
  'session.end': endpoint('DELETE', '/bff/sessions/:key', {
    summary: 'End one of my sessions',
    roles: 'self',
    answeredBy: 'bff',
    params: z.strictObject({ key: z.string().regex(/^[0-9a-f]{12}$/) }),
    idempotency: 'natural',
    audit: 'session.end',
    responses: { 204: null },
  }),
  'session.changePassword': endpoint('POST', '/bff/password', {
    summary: 'Change my password; ends my other sessions and renews this one',
    roles: 'self',
    answeredBy: 'bff',
    body: sessions.changePassword,
    idempotency: 'natural',
    audit: 'user.change-password',
    responses: { 204: null },
  }),
  'session.setupState': endpoint('GET', '/bff/setup', {
    summary: 'Whether the first admin must still be made',
    roles: 'public',
    answeredBy: 'bff',
    responses: { 200: sessions.setupState },
  }),
  'session.firstAdmin': endpoint('POST', '/bff/setup', {
    summary: 'Make the first admin with the one-time token printed at start',
    roles: 'public',
    answeredBy: 'bff',
    body: sessions.firstAdmin,
    idempotency: 'natural',
    audit: 'user.first-admin',
    responses: { 201: sessions.currentUser },
  }),
  'users.list': endpoint('GET', '/api/users', {
    summary: 'All users of the company',
    roles: admin,
    answeredBy: 'bff',
    responses: { 200: sessions.users },
  }),
  'users.create': endpoint('POST', '/api/users', {
    summary: 'Add a user',
    roles: admin,
    answeredBy: 'bff',
    body: sessions.newUser,
    idempotency: 'key',
    audit: 'user.create',
    responses: { 201: sessions.user },
  }),
  'users.change': endpoint('PATCH', '/api/users/:id', {
    summary: 'Change a user: roles, units, password, active; ends their sessions when it must',
    roles: admin,
    answeredBy: 'bff',
    params: byId,
    body: sessions.changeUser,
    idempotency: 'versions',
    audit: 'user.change',
    responses: { 200: sessions.user },
  }),
  'openapi.get': endpoint('GET', '/api/openapi.json', {
    summary: 'This contract as an OpenAPI document',
    roles: 'self',
    answeredBy: 'bff',
    responses: { 200: z.record(z.string(), z.unknown()) },
  }),
  'events.stream': endpoint('GET', '/api/events', {
    summary: 'The change feed as server-sent events; resumes after Last-Event-ID',
    roles: office,
    answeredBy: 'bff',
    kind: 'stream',
    query: z.strictObject({ after: z.string().max(60).optional() }),
    responses: { 200: history.changeEvent },
  }),

  // ── set-up and board ──────────────────────────────────────────────────────────────────────────────────────
  'setup.get': endpoint('GET', '/api/setup', {
    summary: 'The set-up lists',
    roles: office,
    responses: { 200: set.setup },
  }),
  'board.day': endpoint('GET', '/api/board', {
    summary: 'One day of the dispatch board',
    roles: office,
    query: board.boardQuery,
    responses: { 200: board.boardDay },
  }),
  'timeOff.add': endpoint('POST', '/api/time-off', {
    summary: 'Give a technician time off',
    roles: dispatching,
    body: board.newTimeOff,
    idempotency: 'key',
    audit: 'time-off.add',
    responses: { 201: board.timeOffWritten },
  }),
  'timeOff.change': endpoint('PATCH', '/api/time-off/:id', {
    summary: 'Move, rename or take back time off',
    roles: dispatching,
    params: byId,
    body: board.changeSpan,
    idempotency: 'versions',
    audit: 'time-off.change',
    responses: { 200: board.timeOffWritten },
  }),
  'nonJobEvents.add': endpoint('POST', '/api/non-job-events', {
    summary: 'Add a meeting, training or another non-job event',
    roles: dispatching,
    body: board.newNonJobEvent,
    idempotency: 'key',
    audit: 'non-job-event.add',
    responses: { 201: board.nonJobEventWritten },
  }),
  'nonJobEvents.change': endpoint('PATCH', '/api/non-job-events/:id', {
    summary: 'Move, rename or take back a non-job event',
    roles: dispatching,
    params: byId,
    body: board.changeSpan,
    idempotency: 'versions',
    audit: 'non-job-event.change',
    responses: { 200: board.nonJobEventWritten },
  }),
  'shifts.add': endpoint('POST', '/api/shifts', {
    summary: 'Add a shift',
    roles: dispatching,
    body: board.newShift,
    idempotency: 'key',
    audit: 'shift.add',
    responses: { 201: board.shiftWritten },
  }),
  'shifts.change': endpoint('PATCH', '/api/shifts/:id', {
    summary: 'Move or take back a shift',
    roles: dispatching,
    params: byId,
    body: board.changeShift,
    idempotency: 'versions',
    audit: 'shift.change',
    responses: { 200: board.shiftWritten },
  }),

  // ── customers ─────────────────────────────────────────────────────────────────────────────────────────────
  'customers.list': endpoint('GET', '/api/customers', {
    summary: 'Customers; `q` searches name, phone, e-mail and address at once',
    roles: office,
    query: z.strictObject({ q: z.string().max(200).optional(), ...pageQuery }),
    responses: { 200: customers.customerPage },
  }),
  'customers.get': endpoint('GET', '/api/customers/:id', {
    summary: 'A customer with locations and contacts',
    roles: office,
    params: byId,
    responses: { 200: customers.customer },
  }),
  'customers.create': endpoint('POST', '/api/customers', {
    summary: 'Add a customer with locations and contacts',
    roles: people,
    body: customers.newCustomer,
    idempotency: 'key',
    audit: 'customer.create',
    responses: { 201: customers.customerWritten },
  }),
  'customers.update': endpoint('PATCH', '/api/customers/:id', {
    summary: 'Change a customer',
    roles: people,
    params: byId,
    body: customers.updateCustomer,
    idempotency: 'versions',
    audit: 'customer.update',
    responses: { 200: customers.customerWritten },
  }),
  'locations.create': endpoint('POST', '/api/locations', {
    summary: 'Add a location to a customer',
    roles: people,
    body: customers.addLocation,
    idempotency: 'key',
    audit: 'location.create',
    responses: { 201: customers.customerWritten },
  }),
  'locations.update': endpoint('PATCH', '/api/locations/:id', {
    summary: 'Change a location',
    roles: people,
    params: byId,
    body: customers.updateLocation,
    idempotency: 'versions',
    audit: 'location.update',
    responses: { 200: customers.customerWritten },
  }),
  'contacts.create': endpoint('POST', '/api/contacts', {
    summary: 'Add a contact to a customer',
    roles: people,
    body: customers.addContact,
    idempotency: 'key',
    audit: 'contact.create',
    responses: { 201: customers.customerWritten },
  }),
  'contacts.update': endpoint('PATCH', '/api/contacts/:id', {
    summary: 'Change or remove a contact',
    roles: people,
    params: byId,
    body: customers.updateContact,
    idempotency: 'versions',
    audit: 'contact.update',
    responses: { 200: customers.customerWritten },
  }),

  // ── jobs ──────────────────────────────────────────────────────────────────────────────────────────────────
  'jobs.list': endpoint('GET', '/api/jobs', {
    summary: 'Jobs by status, day, customer, technician, business unit or text, newest first',
    roles: office,
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
      /** Any appointment overlaps [from, to). */
      from: instant.optional(),
      to: instant.optional(),
      completedFrom: instant.optional(),
      completedTo: instant.optional(),
      ...pageQuery,
    }),
    responses: { 200: jobs.jobPage },
  }),
  'jobs.get': endpoint('GET', '/api/jobs/:id', {
    summary: 'A job with its appointments, assignments and invoice',
    roles: office,
    params: byId,
    responses: { 200: jobs.jobCard },
  }),
  'jobs.book': endpoint('POST', '/api/jobs', {
    summary:
      'Book a job: the job, its first appointment and its invoice, with a new customer and location if need be',
    roles: booking,
    body: jobs.bookJob,
    idempotency: 'key',
    audit: 'job.book',
    responses: { 201: jobs.jobsWritten },
  }),
  'jobs.update': endpoint('PATCH', '/api/jobs/:id', {
    summary: 'Change a job',
    roles: people,
    params: byId,
    body: jobs.updateJob,
    idempotency: 'versions',
    audit: 'job.update',
    responses: { 200: jobs.jobsWritten },
  }),
  'jobs.hold': jobCommand('hold', jobs.withReason, 'Put every unfinished appointment of the job on hold'),
  'jobs.resume': jobCommand('resume', jobs.bare, 'Release the job from hold'),
  'jobs.cancel': jobCommand('cancel', jobs.withReason, 'Cancel the job; technicians are free at once'),
  'jobs.removeCancellation': jobCommand('remove-cancellation', jobs.bare, 'Bring a canceled job back'),
  'jobs.complete': jobCommand('complete', jobs.completeJob, 'Complete the job', dispatching),
  'jobs.reopen': jobCommand(
    'reopen',
    jobs.bare,
    'Reopen a completed job while its invoice is pending',
    dispatching,
  ),
  'jobs.assign': jobCommand(
    'assign',
    jobs.assign,
    'Assign technicians to all open appointments of the job',
    dispatching,
  ),
  'jobs.unassign': jobCommand(
    'unassign',
    jobs.unassign,
    'Take technicians off all open appointments of the job',
    dispatching,
  ),
  'jobs.addAppointment': endpoint('POST', '/api/jobs/:id/appointments', {
    summary: 'Add a visit to the job',
    roles: booking,
    params: byId,
    body: jobs.addAppointment,
    idempotency: 'key',
    audit: 'appointment.add',
    responses: { 201: jobs.jobsWritten },
  }),

  // ── appointments and assignments ──────────────────────────────────────────────────────────────────────────
  'appointments.reschedule': appointmentCommand(
    'reschedule',
    jobs.reschedule,
    'Change start, end or arrival window',
  ),
  'appointments.hold': appointmentCommand('hold', jobs.withReason, 'Hold this appointment'),
  'appointments.release': appointmentCommand('release', jobs.bare, 'Release this appointment from hold'),
  'appointments.confirm': appointmentCommand('confirm', jobs.bare, 'The customer confirmed'),
  'appointments.unconfirm': appointmentCommand(
    'unconfirm',
    jobs.bare,
    'The customer has not confirmed after all',
  ),
  'appointments.instructions': appointmentCommand(
    'instructions',
    jobs.setInstructions,
    'Set special instructions',
  ),
  'appointments.delete': appointmentCommand(
    'delete',
    jobs.bare,
    'Delete an appointment that is not the only one',
  ),
  'appointments.assign': appointmentCommand('assign', jobs.assign, 'Assign technicians', dispatching),
  'appointments.unassign': appointmentCommand('unassign', jobs.unassign, 'Take technicians off', dispatching),
  'appointments.reassign': appointmentCommand(
    'reassign',
    jobs.reassign,
    'Move to a technician and time in one step',
    dispatching,
  ),
  'appointments.dispatch': appointmentCommand(
    'dispatch',
    jobs.technicianStep,
    'The technician is on the way',
    dispatching,
  ),
  'appointments.cancelDispatch': appointmentCommand(
    'cancel-dispatch',
    jobs.technicianStep,
    'Call the technician back',
    dispatching,
  ),
  'appointments.arrive': appointmentCommand(
    'arrive',
    jobs.technicianStep,
    'The technician arrived',
    dispatching,
  ),
  'appointments.pause': appointmentCommand('pause', jobs.technicianStep, 'Pause the work', dispatching),
  'appointments.resumeWork': appointmentCommand(
    'resume-work',
    jobs.technicianStep,
    'Resume the work',
    dispatching,
  ),
  'appointments.leave': appointmentCommand('leave', jobs.leave, 'The technician left', dispatching),

  // ── history and undo ──────────────────────────────────────────────────────────────────────────────────────
  'history.get': endpoint('GET', '/api/history/:kind/:id', {
    summary: 'What happened to a record, newest first',
    roles: office,
    params: z.strictObject({ kind: z.enum(HISTORY_KINDS), id: idText }),
    responses: { 200: history.history },
  }),
  'history.at': endpoint('GET', '/api/history/:kind/:id/at', {
    summary: 'The record as it stood at a past minute',
    roles: office,
    params: z.strictObject({ kind: z.enum(HISTORY_KINDS), id: idText }),
    query: z.strictObject({ at: instant }),
    responses: { 200: history.recordAt },
  }),
  'operations.list': endpoint('GET', '/api/operations', {
    summary: 'My last steps that can be undone',
    roles: office,
    responses: { 200: history.operations },
  }),
  'operations.undo': endpoint('POST', '/api/operations/undo', {
    summary: 'Undo my last step, or the one named',
    roles: people,
    body: history.undo,
    idempotency: 'key',
    audit: 'operation.undo',
    responses: { 200: history.undone },
  }),

  // ── import of service requests ────────────────────────────────────────────────────────────────────────────
  'imports.list': endpoint('GET', '/api/imports', {
    summary: 'Imports, newest first',
    roles: admin,
    responses: { 200: imports.imports },
  }),
  'imports.upload': endpoint('POST', '/api/imports/service-requests', {
    summary: 'Upload a CSV of service requests',
    roles: admin,
    kind: 'upload',
    query: z.strictObject({ fileName: z.string().min(1).max(200) }),
    bodyLimit: 300 * 1024 * 1024,
    idempotency: 'key',
    audit: 'import.upload',
    responses: { 201: imports.importState },
  }),
  'imports.get': endpoint('GET', '/api/imports/:id', {
    summary: 'State and progress of an import',
    roles: admin,
    params: byId,
    responses: { 200: imports.importState },
  }),
  'imports.check': endpoint('POST', '/api/imports/:id/check', {
    summary: 'Decide every row’s fate under a mapping, writing nothing',
    roles: admin,
    params: byId,
    body: imports.importMapping,
    idempotency: 'natural',
    audit: 'import.check',
    responses: { 202: imports.importState },
  }),
  'imports.rows': endpoint('GET', '/api/imports/:id/rows', {
    summary: 'Rows with their fates and reasons',
    roles: admin,
    params: byId,
    query: z.strictObject({ fate: z.enum(imports.ROW_FATES).optional(), ...pageQuery }),
    responses: { 200: imports.importRows },
  }),
  'imports.run': endpoint('POST', '/api/imports/:id/run', {
    summary: 'Write what was checked',
    roles: admin,
    params: byId,
    idempotency: 'natural',
    audit: 'import.run',
    responses: { 202: imports.importState },
  }),
  'imports.cancel': endpoint('POST', '/api/imports/:id/cancel', {
    summary: 'Stop a check or a run; rows already written stay',
    roles: admin,
    params: byId,
    idempotency: 'natural',
    audit: 'import.cancel',
    responses: { 200: imports.importState },
  }),
  'imports.result': endpoint('GET', '/api/imports/:id/result.csv', {
    summary: 'Every row with its fate and reasons as CSV',
    roles: admin,
    kind: 'download',
    params: byId,
    responses: { 200: null },
  }),
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
export type EndpointOf<N extends EndpointName> = (typeof endpoints)[N];
type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined;
type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined;
export type ParamsOf<N extends EndpointName> = OutputOf<EndpointOf<N>['params']>;
export type QueryOf<N extends EndpointName> = OutputOf<EndpointOf<N>['query']>;
/** What a caller sends. */
export type BodyIn<N extends EndpointName> = InputOf<EndpointOf<N>['body']>;
/** What a handler gets after validation, defaults filled in. */
export type BodyOf<N extends EndpointName> = OutputOf<EndpointOf<N>['body']>;
type Success<R> = R[keyof R];
export type ResultOf<N extends EndpointName> = OutputOf<Success<EndpointOf<N>['responses']>>;
export const endpointNames = Object.keys(endpoints) as EndpointName[];

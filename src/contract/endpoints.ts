/**
 * The one endpoint table, whole: the routes with the schemas of what goes in and out. From it come the typed client,
 * the BFF's routes, validation, the role matrix, the OpenAPI document and the tests that iterate over all routes.
 * What is not here does not exist (R29).
 */
import { z } from 'zod';
import { JOB_STATUSES } from '#domain/job/job-card.ts';
import * as board from './board.ts';
import * as customers from './customer.ts';
import type { Endpoint, Schemas } from './endpoint.ts';
import * as history from './history.ts';
import { HISTORY_KINDS } from './history-kinds.ts';
import * as imports from './import.ts';
import * as jobs from './job.ts';
import { type EndpointName, endpointNames, routes } from './routes.ts';
import { idListText, idText, instant, pageQuery } from './scalars.ts';
import * as sessions from './session.ts';
import * as set from './setup.ts';

const byId = z.strictObject({ id: idText });
/** A command on one job or appointment: its id, its body, and the job cards as they are afterwards. */
const command = <B extends z.ZodType>(body: B) => ({
  params: byId,
  body,
  responses: { 200: jobs.jobsWritten },
});

const schemas = {
  // ── who am I ──────────────────────────────────────────────────────────────────────────────────────────────
  'session.signIn': {
    body: sessions.signIn,
    responses: { 200: sessions.currentUser },
  },
  'session.signOut': {
    responses: { 204: null },
  },
  'session.user': {
    responses: { 200: sessions.currentUser },
  },
  'session.list': {
    responses: { 200: sessions.sessions },
  },
  'session.end': {
    params: z.strictObject({ key: z.string().regex(/^[0-9a-f]{12}$/) }),
    responses: { 204: null },
  },
  'session.changePassword': {
    body: sessions.changePassword,
    responses: { 204: null },
  },
  'session.setupState': {
    responses: { 200: sessions.setupState },
  },
  'session.firstAdmin': {
    body: sessions.firstAdmin,
    responses: { 201: sessions.currentUser },
  },
  'users.list': {
    responses: { 200: sessions.users },
  },
  'users.create': {
    body: sessions.newUser,
    responses: { 201: sessions.user },
  },
  'users.change': {
    params: byId,
    body: sessions.changeUser,
    responses: { 200: sessions.user },
  },
  'openapi.get': {
    responses: { 200: z.record(z.string(), z.unknown()) },
  },
  'events.stream': {
    query: z.strictObject({ after: z.string().max(60).optional() }),
    responses: { 200: history.changeEvent },
  },

  // ── set-up and board ──────────────────────────────────────────────────────────────────────────────────────
  'setup.get': {
    responses: { 200: set.setup },
  },
  'board.day': {
    query: board.boardQuery,
    responses: { 200: board.boardDay },
  },
  'timeOff.add': {
    body: board.newTimeOff,
    responses: { 201: board.timeOffWritten },
  },
  'timeOff.change': {
    params: byId,
    body: board.changeSpan,
    responses: { 200: board.timeOffWritten },
  },
  'nonJobEvents.add': {
    body: board.newNonJobEvent,
    responses: { 201: board.nonJobEventWritten },
  },
  'nonJobEvents.change': {
    params: byId,
    body: board.changeSpan,
    responses: { 200: board.nonJobEventWritten },
  },
  'shifts.add': {
    body: board.newShift,
    responses: { 201: board.shiftWritten },
  },
  'shifts.change': {
    params: byId,
    body: board.changeShift,
    responses: { 200: board.shiftWritten },
  },

  // ── customers ─────────────────────────────────────────────────────────────────────────────────────────────
  'customers.list': {
    query: z.strictObject({ q: z.string().max(200).optional(), ...pageQuery }),
    responses: { 200: customers.customerPage },
  },
  'customers.get': {
    params: byId,
    responses: { 200: customers.customer },
  },
  'customers.create': {
    body: customers.newCustomer,
    responses: { 201: customers.customerWritten },
  },
  'customers.update': {
    params: byId,
    body: customers.updateCustomer,
    responses: { 200: customers.customerWritten },
  },
  'locations.create': {
    body: customers.addLocation,
    responses: { 201: customers.customerWritten },
  },
  'locations.update': {
    params: byId,
    body: customers.updateLocation,
    responses: { 200: customers.customerWritten },
  },
  'contacts.create': {
    body: customers.addContact,
    responses: { 201: customers.customerWritten },
  },
  'contacts.update': {
    params: byId,
    body: customers.updateContact,
    responses: { 200: customers.customerWritten },
  },

  // ── jobs ──────────────────────────────────────────────────────────────────────────────────────────────────
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
      /** Any appointment overlaps [from, to). */
      from: instant.optional(),
      to: instant.optional(),
      completedFrom: instant.optional(),
      completedTo: instant.optional(),
      ...pageQuery,
    }),
    responses: { 200: jobs.jobPage },
  },
  'jobs.get': {
    params: byId,
    responses: { 200: jobs.jobCard },
  },
  'jobs.book': {
    body: jobs.bookJob,
    responses: { 201: jobs.jobsWritten },
  },
  'jobs.update': {
    params: byId,
    body: jobs.updateJob,
    responses: { 200: jobs.jobsWritten },
  },
  'jobs.hold': command(jobs.withReason),
  'jobs.resume': command(jobs.bare),
  'jobs.cancel': command(jobs.withReason),
  'jobs.removeCancellation': command(jobs.bare),
  'jobs.complete': command(jobs.completeJob),
  'jobs.reopen': command(jobs.bare),
  'jobs.assign': command(jobs.assign),
  'jobs.unassign': command(jobs.unassign),
  'jobs.addAppointment': {
    params: byId,
    body: jobs.addAppointment,
    responses: { 201: jobs.jobsWritten },
  },

  // ── appointments and assignments ──────────────────────────────────────────────────────────────────────────
  'appointments.reschedule': command(jobs.reschedule),
  'appointments.hold': command(jobs.withReason),
  'appointments.release': command(jobs.bare),
  'appointments.confirm': command(jobs.bare),
  'appointments.unconfirm': command(jobs.bare),
  'appointments.instructions': command(jobs.setInstructions),
  'appointments.delete': command(jobs.bare),
  'appointments.assign': command(jobs.assign),
  'appointments.unassign': command(jobs.unassign),
  'appointments.reassign': command(jobs.reassign),
  'appointments.dispatch': command(jobs.technicianStep),
  'appointments.cancelDispatch': command(jobs.technicianStep),
  'appointments.arrive': command(jobs.technicianStep),
  'appointments.pause': command(jobs.technicianStep),
  'appointments.resumeWork': command(jobs.technicianStep),
  'appointments.leave': command(jobs.leave),

  // ── history and undo ──────────────────────────────────────────────────────────────────────────────────────
  'history.get': {
    params: z.strictObject({ kind: z.enum(HISTORY_KINDS), id: idText }),
    responses: { 200: history.history },
  },
  'history.at': {
    params: z.strictObject({ kind: z.enum(HISTORY_KINDS), id: idText }),
    query: z.strictObject({ at: instant }),
    responses: { 200: history.recordAt },
  },
  'operations.list': {
    responses: { 200: history.operations },
  },
  'operations.undo': {
    body: history.undo,
    responses: { 200: history.undone },
  },

  // ── import of service requests ────────────────────────────────────────────────────────────────────────────
  'imports.list': {
    responses: { 200: imports.imports },
  },
  'imports.upload': {
    query: z.strictObject({ fileName: z.string().min(1).max(200) }),
    responses: { 201: imports.importState },
  },
  'imports.get': {
    params: byId,
    responses: { 200: imports.importState },
  },
  'imports.check': {
    params: byId,
    body: imports.importMapping,
    responses: { 202: imports.importState },
  },
  'imports.rows': {
    params: byId,
    query: z.strictObject({ fate: z.enum(imports.ROW_FATES).optional(), ...pageQuery }),
    responses: { 200: imports.importRows },
  },
  'imports.run': {
    params: byId,
    responses: { 202: imports.importState },
  },
  'imports.cancel': {
    params: byId,
    responses: { 200: imports.importState },
  },
  'imports.result': {
    params: byId,
    responses: { 200: null },
  },
} as const satisfies Record<EndpointName, Schemas>;

type SchemaOf<N extends EndpointName, K extends 'params' | 'query' | 'body'> = (typeof schemas)[N] extends {
  readonly [P in K]: infer S;
}
  ? S
  : null;
type Rows = {
  readonly [N in EndpointName]: (typeof routes)[N] & {
    readonly params: SchemaOf<N, 'params'>;
    readonly query: SchemaOf<N, 'query'>;
    readonly body: SchemaOf<N, 'body'>;
    readonly responses: (typeof schemas)[N]['responses'];
  };
};
/** An interface, so that a row of a name not yet known is any of the rows, not a puzzle to the compiler. */
interface Endpoints extends Rows {}
export type EndpointOf<N extends EndpointName> = Endpoints[N];

export const endpoints = Object.fromEntries(
  endpointNames.map((name): [EndpointName, Endpoint] => [
    name,
    { params: null, query: null, body: null, ...routes[name], ...schemas[name] },
  ]),
) as unknown as Endpoints;

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
export { type EndpointName, endpointNames };

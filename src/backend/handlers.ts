/** Which command or query answers which endpoint of the contract. Everything is validated before it gets here. */
import type { BodyOf, EndpointName, ParamsOf, QueryOf } from '#contract/endpoints.ts';
import type { UpstreamRequest } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { boardDay } from './board/queries.ts';
import * as customers from './customers/commands.ts';
import { customerById, customerPage } from './customers/queries.ts';
import { historyOf, recordAsOf } from './history/queries.ts';
import { cardView } from './jobs/answers.ts';
import { bookJob } from './jobs/book.ts';
import * as jobs from './jobs/commands.ts';
import { jobPage } from './jobs/list.ts';
import { setupLists } from './setup/queries.ts';
import { addSpan, changeSpan, type SpanKind, type SpanWritten } from './time-spans/commands.ts';
import { undo } from './undo/command.ts';
import { undoableOperations } from './undo/queries.ts';
import type { CommandContext } from './write/context.ts';

type Ask<N extends EndpointName> = {
  tx: Transaction;
  context: CommandContext;
  request: UpstreamRequest;
  params: ParamsOf<N>;
  query: QueryOf<N>;
  body: BodyOf<N>;
};
export type Answer = { status: number; body: unknown };
/** Endpoints answered inside one transaction; imports run over many and are answered in `imports/`. */
export type TransactionalEndpoint = Exclude<
  EndpointName,
  `session.${string}` | `users.${string}` | `imports.${string}` | 'openapi.get' | 'events.stream'
>;

const ok = async (body: Promise<unknown>): Promise<Answer> => ({ status: 200, body: await body });
const created = async (body: Promise<unknown>): Promise<Answer> => ({ status: 201, body: await body });
const idOf = (params: unknown): Id => (params as { id: Id }).id;
const span = async (kind: SpanKind, written: Promise<SpanWritten>) => {
  const { record, ...rest } = await written;
  return { ...rest, [kind]: record };
};

/** Every endpoint of the backend; one that is missing does not compile. */
export const handlers: { readonly [N in TransactionalEndpoint]: (ask: Ask<N>) => Promise<Answer> } = {
  'setup.get': ({ tx }) => ok(setupLists(tx)),
  'board.day': ({ tx, context, query }) => ok(boardDay(tx, context.actor, query)),
  'timeOff.add': ({ tx, context, body }) => created(span('timeOff', addSpan(tx, context, 'timeOff', body))),
  'timeOff.change': ({ tx, context, params, body }) =>
    ok(span('timeOff', changeSpan(tx, context, 'timeOff', idOf(params), body))),
  'nonJobEvents.add': ({ tx, context, body }) =>
    created(span('nonJobEvent', addSpan(tx, context, 'nonJobEvent', body))),
  'nonJobEvents.change': ({ tx, context, params, body }) =>
    ok(span('nonJobEvent', changeSpan(tx, context, 'nonJobEvent', idOf(params), body))),
  'shifts.add': ({ tx, context, body }) => created(span('shift', addSpan(tx, context, 'shift', body))),
  'shifts.change': ({ tx, context, params, body }) =>
    ok(span('shift', changeSpan(tx, context, 'shift', idOf(params), body))),

  'customers.list': ({ tx, query }) => ok(customerPage(tx, query)),
  'customers.get': ({ tx, params }) => ok(customerById(tx, idOf(params))),
  'customers.create': ({ tx, context, body }) => created(customers.createCustomer(tx, context, body)),
  'customers.update': ({ tx, context, params, body }) =>
    ok(customers.updateCustomer(tx, context, idOf(params), body)),
  'locations.create': ({ tx, context, body }) => created(customers.addLocation(tx, context, body)),
  'locations.update': ({ tx, context, params, body }) =>
    ok(customers.updateLocation(tx, context, idOf(params), body)),
  'contacts.create': ({ tx, context, body }) => created(customers.addContact(tx, context, body)),
  'contacts.update': ({ tx, context, params, body }) =>
    ok(customers.updateContact(tx, context, idOf(params), body)),

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
  'jobs.hold': ({ tx, context, params, body }) =>
    ok(jobs.onJob(tx, context, idOf(params), body, 'job.held', { type: 'holdJob', ...reason(body) })),
  'jobs.resume': ({ tx, context, params, body }) =>
    ok(jobs.onJob(tx, context, idOf(params), body, 'job.resumed', { type: 'resumeJob' })),
  'jobs.cancel': ({ tx, context, params, body }) =>
    ok(jobs.onJob(tx, context, idOf(params), body, 'job.canceled', { type: 'cancelJob', ...reason(body) })),
  'jobs.removeCancellation': ({ tx, context, params, body }) =>
    ok(
      jobs.onJob(tx, context, idOf(params), body, 'job.cancellation-removed', { type: 'removeCancellation' }),
    ),
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
  'jobs.addAppointment': ({ tx, context, params, body }) =>
    created(jobs.addAppointment(tx, context, idOf(params), body)),

  'appointments.reschedule': ({ tx, context, params, body }) =>
    ok(jobs.reschedule(tx, context, idOf(params), body)),
  'appointments.hold': ({ tx, context, params, body }) =>
    ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.held', {
        type: 'holdAppointment',
        appointmentId: idOf(params),
        ...reason(body),
      }),
    ),
  'appointments.release': ({ tx, context, params, body }) =>
    ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.released', {
        type: 'releaseAppointment',
        appointmentId: idOf(params),
      }),
    ),
  'appointments.confirm': ({ tx, context, params, body }) =>
    ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.confirmed', {
        type: 'confirm',
        appointmentId: idOf(params),
      }),
    ),
  'appointments.unconfirm': ({ tx, context, params, body }) =>
    ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.unconfirmed', {
        type: 'unconfirm',
        appointmentId: idOf(params),
      }),
    ),
  'appointments.instructions': ({ tx, context, params, body }) =>
    ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.instructed', {
        type: 'setInstructions',
        appointmentId: idOf(params),
        text: body.text,
      }),
    ),
  'appointments.delete': ({ tx, context, params, body }) =>
    ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.deleted', {
        type: 'deleteAppointment',
        appointmentId: idOf(params),
      }),
    ),
  'appointments.assign': ({ tx, context, params, body }) => ok(jobs.assign(tx, context, idOf(params), body)),
  'appointments.unassign': ({ tx, context, params, body }) =>
    ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.unassigned', {
        type: 'unassign',
        appointmentId: idOf(params),
        technicianIds: body.technicianIds,
      }),
    ),
  'appointments.reassign': ({ tx, context, params, body }) =>
    ok(jobs.reassign(tx, context, idOf(params), body)),
  'appointments.dispatch': (ask) => step(ask, 'dispatch', 'appointment.dispatched'),
  'appointments.cancelDispatch': (ask) => step(ask, 'cancelDispatch', 'appointment.dispatch-canceled'),
  'appointments.arrive': (ask) => step(ask, 'arrive', 'appointment.arrived'),
  'appointments.pause': (ask) => step(ask, 'pause', 'appointment.paused'),
  'appointments.resumeWork': (ask) => step(ask, 'resumeWork', 'appointment.resumed'),
  'appointments.leave': ({ tx, context, params, body }) =>
    ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.left', {
        type: 'leave',
        appointmentId: idOf(params),
        technicianId: body.technicianId,
        at: body.at ?? context.now,
        comingBack: body.comingBack,
      }),
    ),

  'history.get': ({ tx, context, params }) => ok(historyOf(tx, context.actor, params.kind, params.id)),
  'history.at': ({ tx, context, params, query }) =>
    ok(recordAsOf(tx, context.actor, params.kind, params.id, query.at)),
  'operations.list': async ({ tx, context }) => ({
    status: 200,
    body: { items: await undoableOperations(tx, context.actor.userId, context.now) },
  }),
  'operations.undo': ({ tx, context, body }) => ok(undo(tx, context, body)),
};

const reason = ({ reasonId, memo }: { reasonId: Id; memo: string }) => ({ reasonId, memo });

/** What was really given: zod leaves out absent keys, TypeScript wants to see that. */
const given = <T extends object>(changes: T) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

type Step = Pick<Ask<'appointments.dispatch'>, 'tx' | 'context' | 'params' | 'body'>;
const step = (
  { tx, context, params, body }: Step,
  type: 'dispatch' | 'cancelDispatch' | 'arrive' | 'pause' | 'resumeWork',
  verb: string,
) =>
  ok(
    jobs.onAppointment(tx, context, idOf(params), body, verb, {
      type,
      appointmentId: idOf(params),
      technicianId: body.technicianId,
      at: body.at ?? context.now,
    }),
  );

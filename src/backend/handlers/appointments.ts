/** One appointment and its assignments. */
import type { appointments as rows } from '#contract/routes/appointments.ts';
import { appointmentPage } from '../jobs/appointment-list.ts';
import { bulkAppointments } from '../jobs/bulk-rows.ts';
import * as jobs from '../jobs/commands.ts';
import { duplicate, split } from '../jobs/more-visits.ts';
import { rearrange } from '../jobs/rearrange.ts';
import { type Ask, created, given, type Handlers, idOf, ok, reason } from './ask.ts';

export const appointmentsHandlers: Handlers<keyof typeof rows> = {
  'appointments.list': ({ tx, context, query }) => ok(appointmentPage(tx, context.actor, query)),
  'appointments.bulk': ({ tx, context, body }) => ok(bulkAppointments(tx, context, body)),
  'appointments.rearrange': ({ tx, context, body }) => ok(rearrange(tx, context, body)),
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
  'appointments.externalKey': ({ tx, context, params, body }) =>
    ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.keyed', {
        type: 'setExternalKey',
        appointmentId: idOf(params),
        externalKey: body.externalKey,
      }),
    ),
  'appointments.split': ({ tx, context, params, body }) => created(split(tx, context, idOf(params), body)),
  'appointments.duplicate': ({ tx, context, params, body }) =>
    created(duplicate(tx, context, idOf(params), body)),
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
  'appointments.park': ({ tx, context, params, body }) => {
    const { holdingLaneId, cancelDispatch, start, end } = body;
    return ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.parked', {
        type: 'park',
        appointmentId: idOf(params),
        holdingLaneId,
        cancelDispatch,
        ...given({ start, end }),
      }),
    );
  },
  'appointments.unpark': ({ tx, context, params, body }) =>
    ok(
      jobs.onAppointment(tx, context, idOf(params), body, 'appointment.taken-to-tray', {
        type: 'unpark',
        appointmentId: idOf(params),
      }),
    ),
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

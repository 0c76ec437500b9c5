/** Commands on one appointment and its assignments (domain-rules §2). */
import { type Route, route } from '../endpoint.ts';
import { booking, dispatching, office } from './roles.ts';

type CommandRoles = typeof booking | typeof dispatching;
const appointmentCommand = (name: string, summary: string, roles: CommandRoles = booking) =>
  route('POST', `/api/appointments/:id/${name}`, {
    summary,
    roles,
    idempotency: 'versions',
    audit: `appointment.${name}`,
  });

export const appointments = {
  'appointments.list': route('GET', '/api/appointments', {
    summary:
      'Visits by day, status, confirmation, technician, job, project, customer or text, in the order of their start',
    roles: office,
  }),
  'appointments.bulk': route('POST', '/api/appointments/bulk', {
    summary: 'Many visits changed in one step: looked at first, then given all or nothing',
    roles: booking,
    idempotency: 'key',
    audit: 'appointment.bulk',
    bodyLimit: 1024 * 1024,
  }),
  'appointments.rearrange': route('POST', '/api/appointments/rearrange', {
    summary: 'Several visits to other times and technicians in one step, all or nothing',
    roles: dispatching,
    idempotency: 'versions',
    audit: 'appointment.rearrange',
  }),
  'appointments.reschedule': appointmentCommand('reschedule', 'Change start, end or arrival window'),
  'appointments.hold': appointmentCommand('hold', 'Hold this appointment'),
  'appointments.release': appointmentCommand('release', 'Release this appointment from hold'),
  'appointments.confirm': appointmentCommand('confirm', 'The customer confirmed'),
  'appointments.unconfirm': appointmentCommand('unconfirm', 'The customer has not confirmed after all'),
  'appointments.instructions': appointmentCommand('instructions', 'Set special instructions'),
  'appointments.externalKey': appointmentCommand('external-key', 'Set what another program calls it'),
  'appointments.split': route('POST', '/api/appointments/:id/split', {
    summary: 'Split a visit into two of the same job',
    roles: booking,
    idempotency: 'key',
    audit: 'appointment.split',
  }),
  'appointments.duplicate': route('POST', '/api/appointments/:id/duplicate', {
    summary: 'Add a visit to the job like this one',
    roles: booking,
    idempotency: 'key',
    audit: 'appointment.duplicate',
  }),
  'appointments.delete': appointmentCommand('delete', 'Delete an appointment that is not the only one'),
  'appointments.assign': appointmentCommand('assign', 'Assign technicians', dispatching),
  'appointments.unassign': appointmentCommand('unassign', 'Take technicians off', dispatching),
  'appointments.reassign': appointmentCommand(
    'reassign',
    'Move to a technician and time in one step',
    dispatching,
  ),
  'appointments.park': appointmentCommand(
    'park',
    'Take everybody off and park the visit in a holding lane at a time, in one step',
    dispatching,
  ),
  'appointments.unpark': appointmentCommand(
    'unpark',
    'Out of its holding lane, back to the tray',
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
} as const satisfies Record<string, Route>;

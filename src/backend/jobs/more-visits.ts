/** A visit made from another of the same job: split off it, or one more like it. One operation, one undo. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { JobsWritten } from '#contract/job.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { appointmentOf, assignmentsOf } from '#domain/job/card.ts';
import type { JobCommand, MadeVisit } from '#domain/job/commands.ts';
import type { Appointment } from '#domain/job/job-card.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { checkMayAssign } from './booking-references.ts';
import { jobOfAppointment, lockedCards, runOnCards } from './run.ts';

export const split = (
  tx: Transaction,
  context: CommandContext,
  appointmentId: Id,
  body: BodyOf<'appointments.split'>,
): Promise<JobsWritten> =>
  withOneMore(tx, context, appointmentId, body, 'appointment.split', {
    start: () => body.start ?? body.at,
    crewComes: true,
    command: (second, said) => ({
      type: 'splitAppointment',
      appointmentId,
      at: body.at,
      second,
      cancelDispatch: body.cancelDispatch,
      ...said,
    }),
  });

export const duplicate = (
  tx: Transaction,
  context: CommandContext,
  appointmentId: Id,
  body: BodyOf<'appointments.duplicate'>,
): Promise<JobsWritten> =>
  withOneMore(tx, context, appointmentId, body, 'appointment.duplicated', {
    start: (visit) => body.start ?? visit.start,
    // At the same time they are there already.
    crewComes: body.start !== undefined,
    command: (copy, said) => ({ type: 'duplicateAppointment', appointmentId, copy, ...said }),
  });

type Making = {
  readonly start: (visit: Appointment) => MadeVisit['start'];
  /** Those of the visit go to the new one where nobody is named. */
  readonly crewComes: boolean;
  readonly command: (made: MadeVisit, said: { overrideReason?: string }) => JobCommand;
};

async function withOneMore(
  tx: Transaction,
  context: CommandContext,
  appointmentId: Id,
  body: BodyOf<'appointments.duplicate'>,
  verb: string,
  making: Making,
): Promise<JobsWritten> {
  const jobId = await jobOfAppointment(tx, context.actor, appointmentId);
  const [card] = await lockedCards(tx, context.actor, [jobId]);
  const crew = assignmentsOf(card!, appointmentId).map((one) => one.technicianId);
  const technicianIds = body.technicianIds ?? (making.crewComes ? crew : []);
  checkMayAssign(context, technicianIds);
  const [id, ...ids] = (await newIds(tx, 1 + technicianIds.length)) as [Id, ...Id[]];
  const made: MadeVisit = {
    id,
    start: making.start(appointmentOf(card!, appointmentId)),
    windowStart: body.windowStart,
    windowEnd: body.windowEnd,
    technicians: technicianIds.map((technicianId, at) => ({ id: ids[at]!, technicianId })),
  };
  const { expected, overrideReason } = body;
  const command = making.command(made, overrideReason ? { overrideReason } : {});
  return runOnCards(tx, context, [{ jobId, commands: [command] }], { verb, expected, overrideReason });
}

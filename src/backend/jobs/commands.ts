/** The contract's job, appointment and assignment endpoints as domain commands: parse already done, rules elsewhere. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { JobsWritten } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { isOpenVisit } from '#domain/job/card.ts';
import type { JobCommand } from '#domain/job/commands.ts';
import { returnRefusal } from '#domain/job/returning.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { checkMayAssign } from './booking-references.ts';
import { jobOfAppointment, lockedCards, runOnCards } from './run.ts';

type Body = { expected?: Expected; overrideReason?: string | undefined; memo?: string };

/** One command on a job. `verb` is the event's name. */
export async function onJob(
  tx: Transaction,
  context: CommandContext,
  jobId: Id,
  body: Body,
  verb: string,
  command: JobCommand,
): Promise<JobsWritten> {
  return runOnCards(tx, context, [{ jobId, commands: [command] }], optionsOf(body, verb));
}

/** One command on an appointment. */
export async function onAppointment(
  tx: Transaction,
  context: CommandContext,
  appointmentId: Id,
  body: Body,
  verb: string,
  command: JobCommand,
): Promise<JobsWritten> {
  const jobId = await jobOfAppointment(tx, context.actor, appointmentId);
  return runOnCards(tx, context, [{ jobId, commands: [command] }], optionsOf(body, verb));
}

const optionsOf = (body: Body, verb: string) => ({
  verb,
  expected: body.expected,
  overrideReason: body.overrideReason,
  ...(body.memo ? { reason: body.memo } : {}),
});

export async function assign(
  tx: Transaction,
  context: CommandContext,
  appointmentId: Id,
  body: BodyOf<'appointments.assign'>,
): Promise<JobsWritten> {
  const command = assignCommand(appointmentId, await newIds(tx, body.technicianIds.length), body);
  return onAppointment(tx, context, appointmentId, body, 'appointment.assigned', command);
}

/** `ids`: one for each new assignment. */
function assignCommand(
  appointmentId: Id,
  ids: readonly Id[],
  body: { technicianIds: readonly Id[]; overrideReason?: string | undefined },
): JobCommand {
  const technicians = body.technicianIds.map((technicianId, at) => ({ id: ids[at]!, technicianId }));
  return { type: 'assign', appointmentId, technicians, ...override(body) };
}

const override = (body: { overrideReason?: string | undefined }) =>
  body.overrideReason ? { overrideReason: body.overrideReason } : {};

export async function reassign(
  tx: Transaction,
  context: CommandContext,
  appointmentId: Id,
  body: BodyOf<'appointments.reassign'>,
): Promise<JobsWritten> {
  const [id] = (await newIds(tx, 1)) as [Id];
  const { fromTechnicianId, toTechnicianId, start, end, cancelDispatch } = body;
  const to = { id, technicianId: toTechnicianId };
  return onAppointment(tx, context, appointmentId, body, 'appointment.reassigned', {
    type: 'reassign',
    appointmentId,
    fromTechnicianId,
    to,
    start,
    end,
    cancelDispatch,
    ...override(body),
  });
}

export async function reschedule(
  tx: Transaction,
  context: CommandContext,
  appointmentId: Id,
  body: BodyOf<'appointments.reschedule'>,
): Promise<JobsWritten> {
  const { expected: _, overrideReason: __, ...changes } = body;
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return onAppointment(tx, context, appointmentId, body, 'appointment.rescheduled', {
    type: 'reschedule',
    appointmentId,
    ...given,
    ...override(body),
  });
}

/**
 * Brings a canceled job back; visits whose time is over come back at the new one named (`job.visits_past` otherwise).
 * Technicians whose time is gone are left out and told; `overrideReason` is for a window that is full.
 */
export async function removeCancellation(
  tx: Transaction,
  context: CommandContext,
  jobId: Id,
  body: BodyOf<'jobs.removeCancellation'>,
): Promise<JobsWritten> {
  const [card] = await lockedCards(tx, context.actor, [jobId]);
  const { visits } = body;
  const isVisit = ({ appointmentId }: (typeof visits)[number]) =>
    card!.appointments.some(({ id, active }) => active && id === appointmentId);
  if (!visits.every(isVisit)) throw new ProblemError('record.not_found', { kind: 'appointment' });
  const commands: JobCommand[] = [
    { type: 'removeCancellation' },
    ...visits.map((visit): JobCommand => ({ type: 'reschedule', ...visit })),
  ];
  return runOnCards(tx, context, [{ jobId, commands }], {
    ...optionsOf(body, 'job.cancellation-removed'),
    refusalOf: (locked) =>
      locked.job.status === 'Canceled' ? returnRefusal(locked, visits, context.now) : null,
  });
}

/** A visit more, with who goes there. The job's `expected` may be left out: adding a visit overwrites nothing. */
export async function addAppointment(
  tx: Transaction,
  context: CommandContext,
  jobId: Id,
  body: BodyOf<'jobs.addAppointment'>,
): Promise<JobsWritten> {
  const { expected, overrideReason, technicianIds, ...visit } = body;
  checkMayAssign(context, technicianIds);
  const [card] = await lockedCards(tx, context.actor, [jobId]);
  const [appointmentId, ...ids] = (await newIds(tx, 1 + technicianIds.length)) as [Id, ...Id[]];
  const known = expected ?? [{ kind: 'job' as const, id: jobId, version: card!.job.version }];
  const given = { expected: known, overrideReason };
  const commands: JobCommand[] = [{ type: 'addAppointment', appointmentId, ...visit }];
  if (ids.length > 0) commands.push(assignCommand(appointmentId, ids, { technicianIds, overrideReason }));
  return runOnCards(tx, context, [{ jobId, commands }], optionsOf(given, 'appointment.added'));
}

/** Assign or unassign on all open appointments of a job: one command per appointment, one operation. */
export async function onOpenAppointments(
  tx: Transaction,
  context: CommandContext,
  jobId: Id,
  body: { expected?: Expected; technicianIds: readonly Id[]; overrideReason?: string | undefined },
  kind: 'assign' | 'unassign',
): Promise<JobsWritten> {
  const [card] = await lockedCards(tx, context.actor, [jobId]);
  const takes = (appointmentId: Id) => (technicianId: Id) =>
    card!.assignments.some(
      (one) => one.active && one.appointmentId === appointmentId && one.technicianId === technicianId,
    );
  const open = card!.appointments.filter(isOpenVisit);
  const nowhere = body.technicianIds.find((one) => !open.some(({ id }) => takes(id)(one)));
  if (kind === 'unassign' && nowhere !== undefined) {
    throw new ProblemError('assignment.not_found', { technicianId: nowhere });
  }
  const visits = open
    .map(({ id }) => ({
      id,
      technicianIds: body.technicianIds.filter((one) => takes(id)(one) === (kind === 'unassign')),
    }))
    .filter(({ technicianIds }) => technicianIds.length > 0);
  const count = visits.reduce((sum, { technicianIds }) => sum + technicianIds.length, 0);
  const ids = kind === 'assign' ? await newIds(tx, count) : [];
  const commands = visits.map(
    ({ id, technicianIds }): JobCommand =>
      kind === 'assign'
        ? assignCommand(id, ids.splice(0, technicianIds.length), { ...body, technicianIds })
        : { type: 'unassign', appointmentId: id, technicianIds },
  );
  return runOnCards(tx, context, [{ jobId, commands }], optionsOf(body, `appointment.${kind}ed`));
}

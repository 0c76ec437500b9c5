/** The contract's bulk steps as commands on each card. */
import type { AppointmentEdit, BulkDone, JobStep } from '#contract/bulk.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { isOpenVisit } from '#domain/job/card.ts';
import type { JobCommand } from '#domain/job/commands.ts';
import type { Appointment, JobCard } from '#domain/job/job-card.ts';
import { given } from '../handlers/ask.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { type BulkRow, runBulk } from './bulk.ts';
import { loadReferences } from './references.ts';
import { lockedCards } from './run.ts';
import { jobsOfAppointments } from './store.ts';

const VERBS = {
  change: 'job.updated',
  hold: 'job.held',
  resume: 'job.resumed',
  cancel: 'job.canceled',
  confirm: 'appointment.confirmed',
  assign: 'appointment.assigned',
  unassign: 'appointment.unassigned',
} as const satisfies Record<JobStep['type'], string>;

export async function bulkJobs(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'jobs.bulk'>,
): Promise<BulkDone> {
  const { step, ...options } = body;
  if (step.type === 'assign' || step.type === 'unassign') mayDispatch(context);
  const named = step.type === 'change' ? [...step.addTagIds, ...step.removeTagIds] : [];
  await loadReferences(tx, { tag: named, technician: 'technicianIds' in step ? step.technicianIds : [] });
  const cards = await lockedCards(tx, context.actor, body.jobIds);
  const newId = await idsFor(tx, step.type === 'assign' ? cards : [], 'technicianIds' in step ? step : null);
  const rows = cards.map(
    (card): BulkRow => ({
      id: card.job.id,
      label: String(card.job.number),
      card,
      appointmentId: null,
      commands: onJob(card, step, newId),
    }),
  );
  const memo = 'memo' in step ? step.memo : undefined;
  return runBulk(tx, context, rows, { ...options, verb: VERBS[step.type], memo });
}

/** Assigning is the dispatcher's (contract, `jobs.assign`), in bulk too. */
function mayDispatch({ actor }: CommandContext): void {
  if (!actor.rights.includes('dispatch')) throw new ProblemError('session.forbidden', { right: 'dispatch' });
}

/** Ids of new assignments, one for each technician and visit there could be. */
async function idsFor(
  tx: Transaction,
  cards: readonly JobCard[],
  step: { technicianIds: readonly Id[] } | null,
): Promise<() => Id> {
  const visits = cards.reduce((sum, card) => sum + openVisits(card).length, 0);
  const ids = await newIds(tx, step ? visits * step.technicianIds.length : 0);
  return () => ids.pop()!;
}

const openVisits = ({ appointments }: JobCard): Appointment[] => appointments.filter(isOpenVisit);
const isOn = (card: JobCard, appointmentId: Id) => (technicianId: Id) =>
  card.assignments.some(
    (one) => one.active && one.appointmentId === appointmentId && one.technicianId === technicianId,
  );

function onJob(card: JobCard, step: JobStep, newId: () => Id): JobCommand[] | Refusal {
  switch (step.type) {
    case 'change':
      return [{ type: 'update', changes: changesOf(card, step) }];
    case 'hold':
      return [{ type: 'holdJob', reasonId: step.reasonId, memo: step.memo }];
    case 'resume':
      return [{ type: 'resumeJob' }];
    case 'cancel':
      return [{ type: 'cancelJob', reasonId: step.reasonId, memo: step.memo }];
    case 'confirm':
    case 'assign':
    case 'unassign': {
      const visits = openVisits(card);
      if (visits.length === 0) {
        return { code: 'job.no_open_visit', params: { status: card.job.status, command: step.type } };
      }
      return visits.flatMap(({ id }) => onVisit(card, id, step, newId));
    }
  }
}

function onVisit(
  card: JobCard,
  appointmentId: Id,
  step: Extract<JobStep, { type: 'confirm' | 'assign' | 'unassign' }>,
  newId: () => Id,
): JobCommand[] {
  if (step.type === 'confirm') return [{ type: 'confirm', appointmentId }];
  const on = isOn(card, appointmentId);
  if (step.type === 'unassign') {
    const technicianIds = step.technicianIds.filter(on);
    return technicianIds.length > 0 ? [{ type: 'unassign', appointmentId, technicianIds }] : [];
  }
  const technicians = step.technicianIds
    .filter((one) => !on(one))
    .map((technicianId) => ({ id: newId(), technicianId }));
  return technicians.length > 0 ? [{ type: 'assign', appointmentId, technicians }] : [];
}

function changesOf(card: JobCard, step: Extract<JobStep, { type: 'change' }>) {
  const { addTagIds, removeTagIds, priority, campaignId } = step;
  const kept = card.job.tagIds.filter((id) => !removeTagIds.includes(id));
  const tagIds = [...kept, ...addTagIds.filter((id) => !kept.includes(id))];
  const setsTags = addTagIds.length + removeTagIds.length > 0;
  return { ...given({ priority, campaignId }), ...(setsTags ? { tagIds } : {}) };
}

export async function bulkAppointments(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'appointments.bulk'>,
): Promise<BulkDone> {
  const { items, ...options } = body;
  const ids = items.map(({ id }) => id);
  if (items.some((one) => one.assignTechnicianIds || one.unassignTechnicianIds)) mayDispatch(context);
  const leaving = items.flatMap((one) => one.unassignTechnicianIds ?? []);
  await loadReferences(tx, { technician: leaving });
  const jobOf = await jobsOfAppointments(tx, context.actor, ids);
  if (jobOf.size < new Set(ids).size) throw new ProblemError('record.not_found', { kind: 'appointment' });
  const cards = await lockedCards(tx, context.actor, [...new Set(jobOf.values())]);
  const cardOf = new Map(cards.map((card) => [card.job.id, card]));
  const count = items.reduce((sum, one) => sum + (one.assignTechnicianIds?.length ?? 0), 0);
  const newAssignments = await newIds(tx, count);
  const rows = items.map((edit): BulkRow => {
    const card = cardOf.get(jobOf.get(edit.id)!)!;
    const visit = card.appointments.find(({ id }) => id === edit.id)!;
    return {
      id: edit.id,
      label: `${card.job.number}-${visit.number}`,
      card,
      appointmentId: edit.id,
      commands: onAppointment(card, edit, () => newAssignments.pop()!),
    };
  });
  const memo = items.find(({ hold }) => hold)?.hold?.memo;
  return runBulk(tx, context, rows, { ...options, verb: verbOf(items), memo });
}

/** The step is told and taken back by what weighs most in it: who goes, then when, then the rest. */
function verbOf(items: readonly AppointmentEdit[]): string {
  const any = (...fields: (keyof AppointmentEdit)[]) =>
    items.some((one) => fields.some((field) => one[field] !== undefined));
  if (any('assignTechnicianIds')) return 'appointment.assigned';
  if (any('unassignTechnicianIds')) return 'appointment.unassigned';
  if (any('start', 'end', 'windowStart', 'windowEnd')) return 'appointment.rescheduled';
  if (any('hold')) return 'appointment.held';
  if (any('release')) return 'appointment.released';
  if (any('isConfirmed')) return 'appointment.confirmed';
  return 'appointment.changed';
}

function onAppointment(card: JobCard, edit: AppointmentEdit, newId: () => Id): JobCommand[] {
  const appointmentId = edit.id;
  const on = isOn(card, appointmentId);
  const { start, end, windowStart, windowEnd } = edit;
  const times = given({ start, end, windowStart, windowEnd });
  const leaving = (edit.unassignTechnicianIds ?? []).filter(on);
  const coming = (edit.assignTechnicianIds ?? []).filter((id) => !on(id));
  const commands: JobCommand[] = [];
  if (edit.release) commands.push({ type: 'releaseAppointment', appointmentId });
  if (leaving.length > 0) commands.push({ type: 'unassign', appointmentId, technicianIds: leaving });
  if (Object.keys(times).length > 0) {
    const cancelDispatch = edit.cancelDispatch ?? false;
    commands.push({ type: 'reschedule', appointmentId, ...times, cancelDispatch });
  }
  if (coming.length > 0) {
    const technicians = coming.map((technicianId) => ({ id: newId(), technicianId }));
    commands.push({ type: 'assign', appointmentId, technicians });
  }
  if (edit.specialInstructions !== undefined) {
    commands.push({ type: 'setInstructions', appointmentId, text: edit.specialInstructions });
  }
  if (edit.isConfirmed !== undefined) {
    commands.push({ type: edit.isConfirmed ? 'confirm' : 'unconfirm', appointmentId });
  }
  if (edit.hold) commands.push({ type: 'holdAppointment', appointmentId, ...edit.hold });
  return commands;
}

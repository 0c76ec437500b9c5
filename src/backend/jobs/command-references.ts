/** Ids inside commands must be this tenant's, in use, and mapped (domain-rules §2); asked once for all cards. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { appointmentOf } from '#domain/job/card.ts';
import type { JobCommand } from '#domain/job/commands.ts';
import { checkChangedReferences } from '#domain/job/references.ts';
import { checkCustomFields, customFieldRules } from '../setup/custom-fields.ts';
import type { CommandContext } from '../write/context.ts';
import { checkExternalKeys } from '../write/external-key.ts';
import { must } from '../write/must.ts';
import { loadReferences, type ReferenceKind, type References } from './references.ts';
import type { StoredCard } from './store.ts';

type OnCard = { readonly card: StoredCard; readonly command: JobCommand };
type Changes = Extract<JobCommand, { type: 'update' }>['changes'];

/** @throws ProblemError record.not_found, request.invalid, job.reason_required, and what `checkChangedReferences` refuses */
export async function checkCommandReferences(
  tx: Transaction,
  context: CommandContext,
  commands: readonly OnCard[],
): Promise<void> {
  const wanted: Partial<Record<ReferenceKind, Id[]>> = {};
  for (const one of commands) {
    for (const [kind, id] of namedBy(one)) {
      wanted[kind] ??= [];
      wanted[kind].push(id);
    }
  }
  const references = await loadReferences(tx, wanted);
  await checkOwnFields(tx, commands);
  for (const { card, command } of commands) {
    if (command.type === 'update') {
      await checkExternalKeys(tx, context, 'job', [command.changes.externalKey], card.job.id);
    } else if (command.type === 'setExternalKey') {
      const { appointmentId, externalKey } = command;
      await checkExternalKeys(tx, context, 'appointment', [externalKey], appointmentId);
    }
  }
  for (const { card, command } of commands) {
    if (command.type === 'update') checkUpdate(context, references, card, command.changes);
    else {
      checkReason(references, command);
      checkLane(references, card, command);
    }
  }
}

/** The company's own fields: what an update changes in them must be of the field's kind, and is not emptied if needed to book. */
async function checkOwnFields(tx: Transaction, commands: readonly OnCard[]): Promise<void> {
  const updates = commands.flatMap(({ card, command }) => {
    const after = command.type === 'update' ? command.changes.customFields : undefined;
    return after ? [{ before: card.job.customFields, after }] : [];
  });
  if (updates.length === 0) return;
  const rules = await customFieldRules(tx, 'job');
  for (const { before, after } of updates) {
    checkCustomFields(rules, after, { path: 'changes.customFields', before });
  }
}

/** The records a command names. */
function namedBy({ card, command }: OnCard): (readonly [ReferenceKind, Id])[] {
  switch (command.type) {
    case 'assign':
      return command.technicians.map((one) => ['technician', one.technicianId] as const);
    case 'reassign':
      return [['technician', command.to.technicianId]];
    case 'park':
      return [['holdingLane', command.holdingLaneId]];
    case 'splitAppointment':
      return command.second.technicians.map((one) => ['technician', one.technicianId] as const);
    case 'duplicateAppointment':
      return command.copy.technicians.map((one) => ['technician', one.technicianId] as const);
    case 'holdJob':
    case 'cancelJob':
    case 'holdAppointment':
      return command.reasonId === null ? [] : [['reason', command.reasonId]];
    case 'update': {
      const { changes } = command;
      return [
        ['jobType', changes.jobTypeId ?? card.job.jobTypeId],
        ['businessUnit', changes.businessUnitId ?? card.job.businessUnitId],
        ...(changes.billToCustomerId === undefined ? [] : [['customer', changes.billToCustomerId] as const]),
        ...(changes.campaignId === undefined ? [] : [['campaign', changes.campaignId] as const]),
        ...(changes.tagIds ?? []).map((id) => ['tag', id] as const),
      ];
    }
    default:
      return [];
  }
}

function checkReason(references: References, command: JobCommand): void {
  if (!('reasonId' in command) || command.reasonId === null) return;
  const reason = references.of('reason', command.reasonId);
  const kind = command.type === 'cancelJob' ? 'Cancel' : 'Hold';
  if (reason.kind !== kind || !reason.active) throw new ProblemError('job.reason_required', { kind });
}

/** One that is out of use takes no more; what stands in it may still move there. */
function checkLane(references: References, card: StoredCard, command: JobCommand): void {
  if (command.type !== 'park') return;
  const { appointmentId, holdingLaneId } = command;
  if (appointmentOf(card, appointmentId).holdingLaneId === holdingLaneId) return;
  if (!references.of('holdingLane', holdingLaneId).active) {
    throw new ProblemError('appointment.lane_out_of_use', { appointmentId });
  }
}

function checkUpdate(
  context: CommandContext,
  references: References,
  card: StoredCard,
  changes: Changes,
): void {
  const { jobTypeId = card.job.jobTypeId, businessUnitId = card.job.businessUnitId } = changes;
  const units = context.actor.businessUnitIds;
  if (units && !units.includes(businessUnitId))
    throw new ProblemError('record.not_found', { kind: 'businessUnit' });
  const jobType = references.of('jobType', jobTypeId);
  const { billToCustomerId: billTo, campaignId, tagIds } = changes;
  must(
    checkChangedReferences(
      {
        ...(changes.jobTypeId === undefined ? {} : { jobType }),
        ...(changes.businessUnitId === undefined
          ? {}
          : { businessUnit: references.of('businessUnit', businessUnitId) }),
        ...(campaignId === undefined ? {} : { campaign: references.of('campaign', campaignId) }),
        ...(billTo === undefined ? {} : { billTo: references.of('customer', billTo) }),
        ...(tagIds === undefined ? {} : { tags: tagIds.map((id) => references.of('tag', id)) }),
      },
      { jobType, businessUnitId },
    ),
  );
}

/** Making and changing projects. */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { ProjectWritten } from '#contract/project.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideProject, fieldsTouchedByProject } from '#domain/project/decide.ts';
import { decideChosen } from '#domain/project/in-use.ts';
import type { Project, ProjectChanges } from '#domain/project/project.ts';
import { dayOf } from '#domain/time.ts';
import { lockedCards } from '../jobs/run.ts';
import { saveCards } from '../jobs/save-cards.ts';
import type { StoredCard } from '../jobs/store.ts';
import type { CommandContext } from '../write/context.ts';
import { checkExternalKeys } from '../write/external-key.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { audienceOf, projectsChanged } from './changed.ts';
import { inProject, jobCounts, labelOf, requireAttach } from './folder.ts';
import { jobsById } from './jobs.ts';
import { projectCard, projectViews } from './queries.ts';
import { checkProjectFields, checkProjectReferences } from './references.ts';
import { requireProject } from './visible.ts';

export type StoredProject = Project & StoredRecord;

export async function createProject(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'projects.create'>,
): Promise<ProjectWritten> {
  const { place, statusId, ...given } = body;
  const card = 'jobId' in place ? (await lockedCards(tx, context.actor, [place.jobId]))[0]! : null;
  const at = card ? ofJob(card) : await ofPlace(tx, place as BlankPlace);
  await checkProjectFields(tx, given.customFields, null);
  await checkExternalKeys(tx, context, 'project', [given.externalKey]);
  const named: ProjectChanges = { ...given, ...(statusId === undefined ? {} : { statusId }) };
  const statuses = await checkProjectReferences(tx, named);
  const currency = await currencyFor(tx, context, card);
  const [id] = (await newIds(tx, 1)) as [Id];
  const blank: Project = {
    ...given,
    ...at,
    id,
    number: await takeNumbers(tx, 'project', 1),
    statusId: statuses.find(({ active }) => active)?.id ?? null,
    actualCompletion: null,
    currency,
    active: true,
  };
  const today = dayOf(context.now, await zoneAt(tx, at.locationId));
  const after = must(decideProject({ ...blank, subStatusId: null }, named, { statuses, today, jobCount: 0 }));
  const notes = card ? requireAttach(after, [card.job]) : [];
  const change: RecordChange = { kind: 'project', before: null, after, label: labelOf(after) };
  const operation = { verb: 'project.created', undoable: true };
  const saved = card
    ? await saveCards(tx, context, operation, [inProject(card, id)], { mode: 'refuse' }, [change])
    : await saveRecords(tx, context, operation, [change]);
  await projectsChanged(tx, context, saved, [id], 'project.created');
  return {
    operationId: saved.operationId,
    merged: false,
    card: await projectCard(tx, context.actor, id),
    jobs: await jobsById(tx, context.actor, card ? [card.job.id] : []),
    notes,
  };
}

export async function updateProject(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: { expected?: BodyOf<'projects.update'>['expected']; changes: ProjectChanges },
): Promise<ProjectWritten> {
  await requireProject(tx, context.actor, id);
  const [before] = (await loadRecords<StoredProject>(tx, 'project', [id], { lock: true })) as [StoredProject];
  const { changes } = body;
  await checkExternalKeys(tx, context, 'project', [changes.externalKey], id);
  if (changes.customFields) await checkProjectFields(tx, changes.customFields, before.customFields);
  const statuses = await checkProjectReferences(tx, changes, before);
  const [view] = await projectViews(tx, [id]);
  const today = dayOf(context.now, view!.timeZone);
  const jobCount = (await jobCounts(tx, [id])).get(id) ?? 0;
  const decided = decideProject(before, changes, { statuses, today, jobCount });
  const touches = fieldsTouchedByProject(before, changes, decided);
  const merged = await checkVersions(tx, body.expected, [
    { kind: 'project', id, version: before.version, touches },
  ]);
  const after = must(decided);
  const saved = await saveRecords(tx, context, { verb: 'project.updated', undoable: true }, [
    { kind: 'project', before, after: { ...before, ...after }, label: labelOf(before) },
  ]);
  await projectsChanged(tx, context, saved, [id], 'project.updated', await audienceOf(tx, [id]));
  return {
    operationId: saved.operationId,
    merged,
    card: await projectCard(tx, context.actor, id),
    jobs: [],
    notes: [],
  };
}

type BlankPlace = { customerId: Id; locationId: Id; billToCustomerId?: Id | undefined };
type At = Pick<Project, 'customerId' | 'locationId' | 'billToCustomerId'>;

const ofJob = ({ job: { customerId, locationId, billToCustomerId } }: StoredCard): At => ({
  customerId,
  locationId,
  billToCustomerId,
});

/** The same rule as for a job: somebody else's location only where it is said who pays (domain-rules §2). */
async function ofPlace(tx: Transaction, place: BlankPlace): Promise<At> {
  const { customerId, locationId, billToCustomerId } = place;
  const found = async (kind: 'customer' | 'location', id: Id) => {
    // Locked: who merges it or takes it out of use waits, or is seen.
    const [record] = await loadRecords(tx, kind, [id], { lock: true });
    if (!record) throw new ProblemError('record.not_found', { kind });
    return { ...record, kind, active: record.active === true };
  };
  const customer = await found('customer', customerId);
  const location = await found('location', locationId);
  const payer = billToCustomerId === undefined ? customer : await found('customer', billToCustomerId);
  must(decideChosen([customer, location, payer]));
  if ((location as StoredRecord).customerId !== customerId && billToCustomerId === undefined) {
    throw new ProblemError('job.location_of_other_customer', { customerId, locationId });
  }
  return { customerId, locationId, billToCustomerId: payer.id };
}

/** The job's unit's; of a blank one, that of the first unit the person works for. */
async function currencyFor(
  tx: Transaction,
  { actor }: CommandContext,
  card: StoredCard | null,
): Promise<string> {
  const [row] = await tx.query<{ currency: string }>(
    `select currency from company.business_units where tenant_id = $1 and ($2::bigint is null or id = $2::bigint)
       and ($3::bigint[] is null or id = any($3::bigint[])) order by active desc, id limit 1`,
    [tx.tenantId, card?.job.businessUnitId ?? null, actor.businessUnitIds],
  );
  return row?.currency ?? 'USD';
}

async function zoneAt(tx: Transaction, locationId: Id): Promise<string> {
  const [row] = await tx.query<{ zone: string | null }>(
    `select coalesce((select l.time_zone from company.locations l where l.tenant_id = $1 and l.id = $2),
       (select u.time_zone from company.business_units u where u.tenant_id = $1 and u.active order by u.id limit 1)) as zone`,
    [tx.tenantId, locationId],
  );
  return row?.zone ?? 'UTC';
}

/** A project's invoice: a stage of its work, of its own jobs alone, and nothing of it twice (domain-rules §7). */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { progressOf } from '#domain/invoices/shares.ts';
import type { ItemWords } from '#domain/invoices/written-items.ts';
import { placeCopy } from '../jobs/job-invoices.ts';
import { requireProject } from '../projects/visible.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { shareOf } from './commands.ts';
import { type BodyOfKind, type Made, newItems } from './create.ts';
import { newHead } from './new-head.ts';
import { newId, saveNew } from './save-new.ts';
import { jobsOfProject, workOf } from './work.ts';
import { workItems } from './work-items.ts';

type Project = StoredRecord & {
  readonly customerId: Id;
  readonly billToCustomerId: Id | null;
  readonly locationId: Id;
  readonly currency: string;
};

export async function createOfProject(
  tx: Transaction,
  context: CommandContext,
  { kind, projectId, businessUnitId, stage, jobIds, progress, memo, items }: BodyOfKind<'Project'>,
): Promise<Made> {
  await requireProject(tx, context.actor, projectId);
  const jobs = await lockedJobs(tx, context, projectId, jobIds);
  const [project] = (await loadRecords<Project>(tx, 'project', [projectId])) as [Project];
  const { locationId } = project;
  const customerId = project.billToCustomerId ?? project.customerId;
  // With the customer's account: two stages at once wait here for each other.
  const { head, place } = await newHead(tx, context, { customerId, businessUnitId, locationId });
  if (head.currency !== project.currency) {
    throw new ProblemError('invoice.other_currency', { from: project.currency, to: head.currency });
  }
  const words = await newItems(tx, head, items as readonly ItemWords[]);
  const { currency } = head;
  const ofProject = jobIds === null ? projectId : null;
  const work = await workOf(tx, { jobIds: jobs, projectId: ofProject, businessUnitId, currency });
  const billed = progress === null ? [] : must(progressOf(work, shareOf(progress)));
  const id = await newId(tx);
  const { operationId } = await saveNew(tx, context, {
    id,
    head: { ...head, kind, projectId, stage, memo },
    items: [...words, ...(await workItems(tx, words, billed))],
    place: place && placeCopy(place),
  });
  return { id, operationId };
}

/** @throws ProblemError invoice.job_not_in_project (422), record.not_found (404): of another unit, or nobody's */
async function lockedJobs(
  tx: Transaction,
  { actor }: CommandContext,
  projectId: Id,
  chosen: readonly Id[] | null,
): Promise<readonly Id[]> {
  const own = (await jobsOfProject(tx, actor, projectId)).map(({ id }) => id);
  const jobIds = chosen ?? own;
  const strange = jobIds.filter((id) => !own.includes(id));
  const found = await loadRecords<{ id: Id; businessUnitId: Id }>(tx, 'job', strange);
  const units = actor.businessUnitIds;
  if (
    strange.some(
      (id) => !found.some((job) => job.id === id && (!units || units.includes(job.businessUnitId))),
    )
  ) {
    throw new ProblemError('record.not_found', { kind: 'job' });
  }
  if (strange.length > 0) throw new ProblemError('invoice.job_not_in_project', { jobIds: strange });
  await loadRecords(tx, 'job', jobIds, { lock: true });
  return jobIds;
}

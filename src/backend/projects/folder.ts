/** Jobs into a project and out of it: written on the jobs, decided by `domain/project/attach.ts`. */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { ProjectWritten } from '#contract/project.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type AttachWarning, decideAttach, decideDetach } from '#domain/project/attach.ts';
import type { Project } from '#domain/project/project.ts';
import { lockedCards } from '../jobs/run.ts';
import { type CardPair, saveCards } from '../jobs/save-cards.ts';
import type { StoredCard } from '../jobs/store.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { checkVersions } from '../write/stale.ts';
import { audienceOf, projectsChanged } from './changed.ts';
import { jobsById } from './jobs.ts';
import { projectCard } from './queries.ts';
import { requireProject } from './visible.ts';

type StoredJob = StoredCard['job'];

export const labelOf = ({ number }: Pick<Project, 'number'>): string => `Project ${number}`;

/** The domain's job card leaves the folder out: no rule of a card asks for it. */
const folderOf = (job: StoredJob) => ({ ...job, projectId: (job.projectId ?? null) as Id | null });

/** Jobs in each of these projects, of whatever business unit; a project without any is left out. */
export async function jobCounts(tx: Transaction, ids: readonly Id[]): Promise<Map<Id, number>> {
  const rows = await tx.query<{ id: Id; count: number }>(
    `select project_id as id, count(*)::int as count from company.jobs
     where tenant_id = $1 and project_id = any($2::bigint[]) group by project_id`,
    [tx.tenantId, ids],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export function inProject(before: StoredCard, projectId: Id | null): CardPair {
  const job = { ...before.job, projectId };
  return { before, after: { ...before, job } };
}

/** @throws ProblemError project.put_away, project.job_of_other_location, project.job_in_other_project (409) */
export function requireAttach(project: Project, jobs: readonly StoredJob[]): AttachWarning[] {
  return [...must(decideAttach(project, jobs.map(folderOf))).warnings];
}

export async function attachJobs(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'projects.attach'>,
): Promise<ProjectWritten> {
  const { cards, project, merged } = await locked(tx, context, id, body);
  const jobs = cards.map(({ job }) => job);
  const notes = await withNumber(tx, () => requireAttach(project, jobs));
  return move(tx, context, cards, id, id, { verb: 'project.job-attached', merged, notes });
}

export async function detachJobs(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'projects.detach'>,
): Promise<ProjectWritten> {
  const { cards, merged } = await locked(tx, context, id, body);
  must(
    decideDetach(
      id,
      cards.map(({ job }) => folderOf(job)),
    ),
  );
  return move(tx, context, cards, id, null, { verb: 'project.job-detached', merged, notes: [] });
}

/** Jobs first, then the project: the order of locks of the whole backend. */
async function locked(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, jobIds }: BodyOf<'projects.attach'>,
) {
  await requireProject(tx, context.actor, id);
  const cards = await lockedCards(tx, context.actor, jobIds);
  const [project] = (await loadRecords<Project & StoredRecord>(tx, 'project', [id], { lock: true })) as [
    Project & StoredRecord,
  ];
  const merged = await checkVersions(
    tx,
    expected,
    cards.map(({ job }) => ({ kind: 'job', id: job.id, version: job.version, touches: ['projectId'] })),
  );
  return { cards, project, merged };
}

/** The number people know the other project by; it may be one they cannot see, and then its number says nothing more. */
async function withNumber<T>(tx: Transaction, decide: () => T): Promise<T> {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'project.job_in_other_project') throw error;
    const [other] = await loadRecords<Project>(tx, 'project', [error.params.projectId as Id]);
    throw new ProblemError(error.code, { ...error.params, projectNumber: other?.number ?? null });
  }
}

async function move(
  tx: Transaction,
  context: CommandContext,
  cards: readonly StoredCard[],
  id: Id,
  to: Id | null,
  { verb, merged, notes }: { verb: string; merged: boolean; notes: AttachWarning[] },
): Promise<ProjectWritten> {
  const before = await audienceOf(tx, [id]);
  const pairs = cards.map((card) => inProject(card, to));
  const saved = await saveCards(tx, context, { verb, undoable: true }, pairs, { mode: 'refuse' });
  await projectsChanged(tx, context, saved, [id], verb, before);
  return {
    operationId: saved.operationId,
    merged,
    card: await projectCard(tx, context.actor, id),
    jobs: await jobsById(
      tx,
      context.actor,
      cards.map(({ job }) => job.id),
    ),
    notes,
  };
}

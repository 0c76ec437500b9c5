/** One step on many projects: each decided by the rules of one, those refused told with their reason; one undo. */
import type { BulkDone } from '#contract/bulk.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideProject, fieldsTouchedByProject } from '#domain/project/decide.ts';
import type { Project, ProjectChanges } from '#domain/project/project.ts';
import { dayOf } from '#domain/time.ts';
import { given } from '../handlers/ask.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { audienceOf, projectsChanged } from './changed.ts';
import type { StoredProject } from './commands.ts';
import { jobCounts, labelOf } from './folder.ts';
import { projectViews } from './queries.ts';
import { checkProjectReferences } from './references.ts';
import { requireProjects } from './visible.ts';

type Body = BodyOf<'projects.bulk'>;

/** @throws ProblemError bulk.refused naming every project that is, unless a preview */
export async function bulkProjects(tx: Transaction, context: CommandContext, body: Body): Promise<BulkDone> {
  const ids = [...new Set(body.projectIds)].sort((a, b) => a - b);
  await requireProjects(tx, context.actor, ids);
  const projects = await loadRecords<StoredProject>(tx, 'project', ids, { lock: true });
  const statuses = await checkProjectReferences(tx, namedBy(body.changes));
  const zoneOf = new Map((await projectViews(tx, ids)).map(({ id, timeZone }) => [id, timeZone]));
  const jobs = await jobCounts(tx, ids);
  const rows = projects.map((before) => {
    const changes = changesOf(before, body.changes);
    const facts = {
      statuses,
      today: dayOf(context.now, zoneOf.get(before.id)!),
      jobCount: jobs.get(before.id) ?? 0,
    };
    const decided = decideProject(before, changes, facts);
    return { before, decided, touches: fieldsTouchedByProject(before, changes, decided) };
  });
  const kept = rows.flatMap(({ before, decided, touches }) =>
    decided.ok ? [{ before, after: { ...before, ...decided.value }, touches }] : [],
  );
  const answer: BulkDone = {
    operationId: null,
    rows: rows.map(({ before: { id, number }, decided }) => ({
      id,
      label: String(number),
      refusal: decided.ok ? null : { code: decided.refusal.code, params: { ...decided.refusal.params } },
    })),
    versions: kept.map(({ before: { id, version } }) => ({ kind: 'project', id, version })),
    notes: [],
  };
  if (body.preview) return answer;
  if (kept.length < rows.length) {
    throw new ProblemError('bulk.refused', { rows: answer.rows.filter(({ refusal }) => refusal) });
  }
  await checkVersions(
    tx,
    body.expected,
    kept.map(({ before: { id, version }, touches }) => ({ kind: 'project', id, version, touches })),
  );
  const audience = await audienceOf(tx, ids);
  const saved = await saveRecords(
    tx,
    context,
    { verb: 'project.updated', undoable: true },
    kept.map(({ before, after }) => ({ kind: 'project', before, after, label: labelOf(before) })),
  );
  await projectsChanged(tx, context, saved, ids, 'project.updated', audience);
  return { ...answer, operationId: saved.operationId };
}

/** What is newly chosen must be the company's own and in use. */
const namedBy = ({ statusId, typeId, ...lists }: Body['changes']): ProjectChanges => ({
  ...given({ statusId, typeId }),
  tagIds: lists.addTagIds,
  managerUserIds: lists.addManagerUserIds,
  managerTechnicianIds: lists.addManagerTechnicianIds,
});

function changesOf(before: Project, changes: Body['changes']): ProjectChanges {
  const { statusId, typeId, active, addTagIds, removeTagIds } = changes;
  const list = (now: readonly Id[], add: readonly Id[], remove: readonly Id[] = []) =>
    add.length + remove.length === 0
      ? undefined
      : [...now.filter((id) => !remove.includes(id) && !add.includes(id)), ...add];
  return given({
    statusId,
    typeId,
    active,
    tagIds: list(before.tagIds, addTagIds, removeTagIds),
    managerUserIds: list(before.managerUserIds, changes.addManagerUserIds),
    managerTechnicianIds: list(before.managerTechnicianIds, changes.addManagerTechnicianIds),
  });
}

/** What a project names: the company's own, and in use where it is newly chosen. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { NamedReference } from '#domain/job/references.ts';
import { decideChosen } from '#domain/project/in-use.ts';
import type { ProjectChanges, ProjectStatus } from '#domain/project/project.ts';
import { checkCustomFields, customFieldRules } from '../setup/custom-fields.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { RecordKind } from '../write/records.ts';
import { projectSetup } from './queries.ts';

type Before = {
  readonly typeId: Id | null;
  readonly billToCustomerId: Id | null;
  readonly managerUserIds: readonly Id[];
  readonly managerTechnicianIds: readonly Id[];
  readonly tagIds: readonly Id[];
};
const NONE: Before = {
  typeId: null,
  billToCustomerId: null,
  managerUserIds: [],
  managerTechnicianIds: [],
  tagIds: [],
};

/**
 * Everything the changes name that was not named before. The statuses come back for the rules.
 * @throws ProblemError record.not_found (404), project.inactive_reference (422)
 */
export async function checkProjectReferences(
  tx: Transaction,
  changes: ProjectChanges,
  before: Before = NONE,
): Promise<readonly ProjectStatus[]> {
  const setup = await projectSetup(tx);
  const fresh = (now: readonly (Id | null)[] | undefined, was: readonly (Id | null)[]) =>
    (now ?? []).filter((id): id is Id => id !== null && !was.includes(id));
  const one = (id: Id | null | undefined) => (id === undefined ? [] : [id]);
  const chosen = [
    ...(await stored(tx, 'tag', fresh(changes.tagIds, before.tagIds))),
    ...(await stored(tx, 'technician', fresh(changes.managerTechnicianIds, before.managerTechnicianIds))),
    ...(await stored(tx, 'customer', fresh(one(changes.billToCustomerId), [before.billToCustomerId]))),
    ...known('user', setup.users, fresh(changes.managerUserIds, before.managerUserIds)),
    ...known('projectType', setup.types, fresh(one(changes.typeId), [before.typeId])),
  ];
  known('projectStatus', setup.statuses, fresh(one(changes.statusId), []));
  const subStatuses = setup.statuses.flatMap((status) => status.subStatuses);
  known('projectSubStatus', subStatuses, fresh(one(changes.subStatusId), []));
  must(decideChosen(chosen));
  return setup.statuses;
}

async function stored(tx: Transaction, kind: RecordKind, ids: readonly Id[]): Promise<NamedReference[]> {
  const found = await loadRecords<{ id: Id; active: boolean }>(tx, kind, ids);
  return known(kind, found, ids);
}

function known(
  kind: string,
  list: readonly { readonly id: Id; readonly active: boolean }[],
  ids: readonly Id[],
): NamedReference[] {
  return [...new Set(ids)].map((id) => {
    const found = list.find((one) => one.id === id);
    if (!found) throw new ProblemError('record.not_found', { kind });
    return { kind, id, active: found.active };
  });
}

/**
 * The company's own fields of projects. A required one is not emptied later either.
 * @param before the values as they are kept; null: a new project
 * @throws ProblemError request.invalid (400) with every field that is missing or wrong
 */
export async function checkProjectFields(
  tx: Transaction,
  given: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>> | null,
): Promise<void> {
  const rules = await customFieldRules(tx, 'project');
  checkCustomFields(rules, given, {
    path: before === null ? 'customFields' : 'changes.customFields',
    before,
  });
}

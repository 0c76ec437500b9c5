/** Names of what a project refers to. */
import type { ProjectSetup } from '#contract/project.ts';
import type { Setup } from '#contract/setup.ts';
import { nameIn } from '../../data/setup.ts';

type WithStatus = { readonly statusId: number | null; readonly subStatusId: number | null };

/** "In progress · Rough-in"; nothing without a status. */
export function statusText(lists: ProjectSetup, { statusId, subStatusId }: WithStatus): string {
  const status = lists.statuses.find(({ id }) => id === statusId);
  const sub = status?.subStatuses.find(({ id }) => id === subStatusId);
  return [status?.name, sub?.name].filter(Boolean).join(' · ');
}

type WithManagers = {
  readonly managerUserIds: readonly number[];
  readonly managerTechnicianIds: readonly number[];
};
export const managerNames = (lists: ProjectSetup, setup: Setup, project: WithManagers): string[] => [
  ...project.managerUserIds.map((id) => nameIn(lists.users, id)),
  ...project.managerTechnicianIds.map((id) => nameIn(setup.technicians, id)),
];

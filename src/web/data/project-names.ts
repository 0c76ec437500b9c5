/** Names of projects and their lists, from what has been read: apart from reading them, which the board never does. */
import type { QueryClient } from '@tanstack/react-query';
import type { ResultOf } from '#contract/endpoints.ts';

export const projectKeys = {
  all: ['projects'] as const,
  /** Under `setup`, so that they are read again when the set-up changes. */
  setup: ['setup', 'projects'] as const,
  detail: (id: number) => ['projects', 'detail', id] as const,
  ofJobs: ['projects', 'of-job'] as const,
};

/** The name of what a project or a job of one refers to, as far as this browser has read it: for histories. */
export function projectName(client: QueryClient, field: string, id: number): string | undefined {
  const lists = client.getQueryData<ResultOf<'projects.setup'>>(projectKeys.setup);
  switch (field) {
    case 'statusId':
      return lists?.statuses.find((one) => one.id === id)?.name;
    case 'subStatusId':
      return lists?.statuses.flatMap((one) => one.subStatuses).find((one) => one.id === id)?.name;
    case 'typeId':
      return lists?.types.find((one) => one.id === id)?.name;
    case 'managerUserIds':
      return lists?.users.find((one) => one.id === id)?.name;
    case 'projectId':
      return projectWord(client, id);
    default:
      return undefined;
  }
}

function projectWord(client: QueryClient, id: number): string {
  const card = client.getQueryData<ResultOf<'projects.get'>>(projectKeys.detail(id));
  if (card) return `${card.project.number} ${card.project.name}`;
  for (const [, of] of client.getQueriesData<ResultOf<'projects.ofJob'>>({
    queryKey: projectKeys.ofJobs,
  })) {
    if (of?.project?.id === id) return `${of.project.number} ${of.project.name}`;
  }
  return 'a project';
}

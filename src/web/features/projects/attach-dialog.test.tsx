import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { ProjectView } from '#contract/project.ts';
import type { Setup } from '#contract/setup.ts';
import { projectQueries } from '../../data/projects.ts';
import { UiRoot } from '../../ui/ui-root.tsx';
import { AttachDialog } from './attach-dialog.tsx';

const job = (version: number) => ({
  id: 5,
  version,
  number: 1042,
  status: 'Scheduled',
  jobTypeId: 11,
  summary: `No heat, told ${version} times`,
  start: null,
  projectId: null,
  projectNumber: null,
  billToCustomerId: 7,
  billToName: 'Maria Lopez',
});
const project = {
  id: 3,
  number: 1001,
  address: '12 Main St',
  billToCustomerId: 7,
  timeZone: 'America/New_York',
};

it('what is ticked stays ticked when somebody else changes the job, and goes out as it is now', async () => {
  const sent: { jobIds: number[]; expected: object[] }[] = [];
  let version = 1;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (init.method !== 'POST') return Response.json({ items: [job(version)], next: null, total: 1 });
    sent.push(JSON.parse(String(init.body)));
    throw new TypeError(`no network for ${url}`);
  });
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });
  const nothing = () => {};
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        <AttachDialog
          project={project as ProjectView}
          setup={{ jobTypes: [] } as unknown as Setup}
          onClose={nothing}
          onUndo={nothing}
        />
      </UiRoot>
    </QueryClientProvider>,
  );
  const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /Job 1042/ });
  await waitFor(() => fireEvent.click(box()));
  expect(box().checked).toBe(true);
  version = 2;
  await client.invalidateQueries({ queryKey: projectQueries.attachable(3).queryKey });
  await screen.findByText('No heat, told 2 times');
  expect(box().checked).toBe(true);
  // As in every dialog, whatever in it has the focus.
  fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
  await waitFor(() =>
    expect(sent).toMatchObject([{ jobIds: [5], expected: [{ kind: 'job', id: 5, version: 2 }] }]),
  );
});

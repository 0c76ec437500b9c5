import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import { sessionQueries } from '../data/session.ts';
import { setupQueries } from '../data/setup.ts';
import { UiRoot } from '../ui/ui-root.tsx';
import { StaleDialog } from './stale-dialog.tsx';

const stale = new ProblemError('request.stale', {
  kind: 'appointment',
  id: 10,
  version: 7,
  fields: [{ field: 'start', by: 3, at: '2026-11-21T14:00:00.000Z' }],
  byName: 'Ana Reyes',
  at: '2026-11-21T14:00:00.000Z',
});
const entry = (version: number, field: string, before: unknown, after: unknown) => ({
  version,
  at: '2026-11-21T14:00:00.000Z',
  actorId: 3,
  actorName: 'Ana Reyes',
  verb: 'appointment.rescheduled',
  created: false,
  operationId: 1,
  changes: [{ field, before, after }],
});

afterEach(() => vi.unstubAllGlobals());

function show(error: ProblemError | null) {
  vi.stubGlobal('fetch', async (url: string) => {
    expect(url).toBe('/api/history/appointment/10');
    return Response.json({
      kind: 'appointment',
      id: 10,
      entries: [
        entry(7, 'start', '2026-11-21T13:00:00.000Z', '2026-11-21T15:00:00.000Z'),
        entry(6, 'isConfirmed', false, true),
      ],
    });
  });
  const client = new QueryClient();
  const lists = [
    'businessUnits',
    'jobTypes',
    'technicians',
    'campaigns',
    'tags',
    'reasons',
    'zones',
    'skills',
    'taxZones',
    'customFields',
  ];
  client.setQueryData(setupQueries.get().queryKey, {
    companyName: 'North Air',
    ...Object.fromEntries(lists.map((name) => [name, []])),
  } as never);
  client.setQueryData(sessionQueries.user().queryKey, {
    id: 2,
    businessUnitIds: null,
    rights: [],
    roles: ['dispatcher'],
  } as never);
  const chosen = { onTakeTheirs: vi.fn(), onApplyMine: vi.fn(), onClose: vi.fn() };
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        <Suspense>
          <StaleDialog
            error={error}
            mine={{ start: '2026-11-21T16:30:00.000Z', end: '2026-11-21T18:00:00.000Z' }}
            zone="America/New_York"
            {...chosen}
          />
        </Suspense>
      </UiRoot>
    </QueryClientProvider>,
  );
  return chosen;
}

describe('two dispatchers changed the same visit', () => {
  it('shows who changed what and when, beside one’s own, only for the fields in dispute', async () => {
    show(stale);
    const row = await waitFor(() => screen.getByRole('row', { name: /Start/ }));
    expect(within(row).getByText('Sat 21 Nov 10:00')).toBeTruthy();
    expect(within(row).getByText('Ana Reyes, Sat 21 Nov 9:00')).toBeTruthy();
    expect(within(row).getByText('Sat 21 Nov 11:30')).toBeTruthy();
    expect(screen.queryByText('Confirmed')).toBeNull();
  });

  it('applies one’s own on the version that was shown', async () => {
    const { onApplyMine } = show(stale);
    fireEvent.click(await waitFor(() => screen.getByRole('button', { name: 'Apply mine' })));
    expect(onApplyMine).toHaveBeenCalledWith([{ kind: 'appointment', id: 10, version: 7 }]);
  });

  it('leaves theirs when told to', async () => {
    const { onTakeTheirs, onApplyMine } = show(stale);
    fireEvent.click(await waitFor(() => screen.getByRole('button', { name: 'Take theirs' })));
    expect(onTakeTheirs).toHaveBeenCalledOnce();
    expect(onApplyMine).not.toHaveBeenCalled();
  });

  it('stays away for other refusals', () => {
    show(new ProblemError('job.frozen'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

/** For component tests: what a part needs around it to say names and times, without a server. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { sessionQueries } from '../data/session.ts';
import { setupQueries } from '../data/setup.ts';
import { UiRoot } from '../ui/ui-root.tsx';

/** Renders it in an office with empty set-up lists, for a dispatcher of all units. */
export function renderInOffice(part: ReactNode): void {
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
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        <Suspense>{part}</Suspense>
      </UiRoot>
    </QueryClientProvider>,
  );
}

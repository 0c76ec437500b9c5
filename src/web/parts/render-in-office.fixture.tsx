/** For component tests: what a part needs around it to say names and times, without a server. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { signedIn } from '../data/signed-in.fixture.ts';
import { UiRoot } from '../ui/ui-root.tsx';

/** Renders it in an office with empty set-up lists, for a dispatcher of all units. */
export function renderInOffice(part: ReactNode): void {
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
  const client = signedIn('dispatcher', {
    companyName: 'North Air',
    ...Object.fromEntries(lists.map((name) => [name, []])),
  });
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        <Suspense>{part}</Suspense>
      </UiRoot>
    </QueryClientProvider>,
  );
}

import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { invoiceQueries } from '../../../data/invoices.ts';
import { jobPartsQueries } from '../../../data/job-parts.ts';
import { jobQueries } from '../../../data/jobs.ts';
import { signedIn } from '../../../data/signed-in.fixture.ts';
import { TakeOver } from './take-over.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const item = (kind: string, skuCode: string | null, quantity: number) => ({ kind, skuCode, quantity });

it('puts what stands on the job’s invoice on its order: things with a SKU, each once, and no work', () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  const client = signedIn('purchasing', {});
  client.setQueryData(jobPartsQueries.ofJob(7).queryKey, { materials: [] } as never);
  client.setQueryData(jobQueries.detail(7).queryKey, { invoice: { id: 70 } } as never);
  client.setQueryData(invoiceQueries.detail(70).queryKey, {
    items: [
      item('Service', 'VISIT', 10_000),
      item('Material', 'FILTER', 20_000),
      item('Material', 'FILTER', 5_000),
      item('Equipment', 'AC-3T', 10_000),
      item('Material', 'CORE', -10_000),
      item('Other', null, 10_000),
    ],
  } as never);
  const onTake = vi.fn();
  render(
    <QueryClientProvider client={client}>
      <TakeOver job={{ id: 7, number: 1042 }} onTake={onTake} />
    </QueryClientProvider>,
  );
  expect(screen.queryByText(/used on job/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Take over 2 items of its invoice' }));
  expect(onTake).toHaveBeenCalledWith('SKU\tQuantity\nFILTER\t2.5\nAC-3T\t1');
});

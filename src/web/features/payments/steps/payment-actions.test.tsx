import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CustomerPaymentView } from '#contract/payment.ts';
import type { Role } from '#domain/roles.ts';
import { day } from '#domain/time.ts';
import { customerPaymentQueries } from '../../../data/payments.ts';
import { signedIn } from '../../../data/signed-in.fixture.ts';
import { UiRoot } from '../../../ui/ui-root.tsx';
import { PaymentApplications } from '../payment-applications.tsx';
import { ApplicationActions, PaymentActions } from './payment-actions.tsx';
import { useWhyNot } from './use-why-not.ts';

vi.mock('@tanstack/react-router', async (actual) => ({
  ...(await actual<object>()),
  Link: ({ children }: { children: React.ReactNode }) => <span>{children}</span>,
}));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TODAY = day('2026-11-23');
const STAMP = { by: 2, byName: 'Ana', at: '2026-11-20T15:00:00Z' };
const PAYMENT = {
  id: 40,
  version: 7,
  number: 12,
  kind: 'Payment',
  customerId: 9,
  currency: 'USD',
  paymentTypeId: 11,
  paidOn: '2026-11-20',
  amountCents: 60_000,
  unappliedCents: 10_000,
  refundableCents: 60_000,
  reference: '',
  memo: '',
  syncStatus: 'Pending',
  voided: null,
  bounced: null,
  refunds: [],
  applications: [
    {
      id: 71,
      way: 'uses',
      other: {
        kind: 'invoice',
        id: 1,
        number: 1001,
        invoiceKind: 'Job',
        on: '2026-10-01',
        dueDate: '2026-10-31',
        syncStatus: 'Pending',
        jobNumber: null,
        openCents: 0,
      },
      cents: 50_000,
      effectiveOn: '2026-11-20',
      made: STAMP,
      undone: null,
    },
  ],
} as unknown as CustomerPaymentView;

function show(changes: object = {}, role: Role = 'accounting') {
  const payment = { ...PAYMENT, ...changes };
  const client = signedIn(role, {});
  client.setQueryData(customerPaymentQueries.choices().queryKey, {
    paymentTypes: [{ id: 11, name: 'Check', active: true }],
    businessUnits: [],
  });
  client.setQueryData(customerPaymentQueries.openOf(9).queryKey, {
    customerId: 9,
    customerName: 'Maria Lopez',
    balances: [],
    items: [
      {
        ...payment.applications[0]!.other!,
        id: 2,
        number: 1002,
        currency: 'USD',
        openCents: 4_000,
        totalCents: 4_000,
        dueDate: '2026-10-31',
        street: null,
      },
    ],
  } as never);
  const Page = () => {
    const whyNot = useWhyNot(payment);
    return (
      <>
        <PaymentActions payment={payment} today={TODAY} whyNot={whyNot} />
        <PaymentApplications
          payment={payment}
          today={TODAY}
          zone="UTC"
          actions={(application) => (
            <ApplicationActions payment={payment} application={application} whyNot={whyNot} />
          )}
        />
      </>
    );
  };
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        <Page />
      </UiRoot>
    </QueryClientProvider>,
  );
}
/** What was sent, each by its address. */
function sending() {
  const sent: [string, unknown][] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init: RequestInit) => {
      sent.push([new URL(url, 'http://x').pathname, JSON.parse(String(init.body))]);
      return new Promise<Response>(() => {});
    }),
  );
  return sent;
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
async function choose(entry: RegExp) {
  fireEvent.click(button('More'));
  fireEvent.click(await screen.findByRole('menuitem', { name: entry }));
  return within(await screen.findByRole('dialog'));
}

describe('the steps on a payment', () => {
  it('what is applied is not made void, and says why; all of it can be taken back or moved', async () => {
    show();
    fireEvent.click(button('More'));
    const voiding = await screen.findByRole('menuitem', { name: /Make void/ });
    expect(voiding.textContent).toContain('Payment 12 is applied. Take that back first.');
    expect(button('Move from 1001').getAttribute('aria-disabled')).not.toBe('true');
  });

  it('who does not keep the books reads all of it and changes nothing', () => {
    show({}, 'csr');
    for (const name of ['Apply…', 'Take back from 1001', 'Move from 1001']) {
      expect(button(name).getAttribute('aria-disabled')).toBe('true');
    }
  });

  it('its credit is proposed for what was due first, and goes out as it is typed', async () => {
    const sent = sending();
    show();
    fireEvent.click(button('Apply…'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('status', { name: 'Applied' }).textContent).toBe(
      '$40.00 for 1 invoice; $60.00 stays as credit.',
    );
    fireEvent.click(dialog.getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]![1]).toEqual({
      lines: [{ from: { kind: 'payment', id: 40 }, to: { kind: 'invoice', id: 2 }, cents: 4_000 }],
    });
  });

  it('no more goes back than is there, and not without a reason', async () => {
    const sent = sending();
    show();
    const dialog = await choose(/Refund/);
    const amount = dialog.getByRole<HTMLInputElement>('textbox', { name: /Amount/ });
    expect(amount.value).toBe('100.00');
    fireEvent.change(amount, { target: { value: '100.01' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Refund' }));
    expect(amount.getAttribute('aria-invalid')).toBe('true');
    expect(dialog.getByText('Choose a reason.')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('it bounces on a day between its own and today, with the version that was read', async () => {
    const sent = sending();
    show();
    const dialog = await choose(/bounced/);
    const on = dialog.getByLabelText(/Bounced on/);
    fireEvent.change(on, { target: { value: '2026-11-19' } });
    fireEvent.click(dialog.getByRole('button', { name: 'It bounced' }));
    expect(on.getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(on, { target: { value: '2026-11-22' } });
    fireEvent.click(dialog.getByRole('button', { name: 'It bounced' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual([
      '/api/payments/40/bounce',
      { on: '2026-11-22', memo: '', expected: [{ kind: 'payment', id: 40, version: 7 }] },
    ]);
  });

  it('what is posted has only its memo to correct', async () => {
    show({ syncStatus: 'Posted' });
    const dialog = await choose(/Correct/);
    expect(dialog.queryByRole('textbox', { name: /Amount/ })).toBeNull();
    expect(dialog.getByRole('textbox', { name: 'Memo' })).toBeTruthy();
  });
});

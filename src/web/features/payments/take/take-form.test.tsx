import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { day } from '#domain/time.ts';
import { signedIn } from '../../../data/signed-in.fixture.ts';
import { UiRoot } from '../../../ui/ui-root.tsx';
import { TakeForm } from './take-form.tsx';

// No router: what leaving a page asks, and where a number leads, are their own tests'.
vi.mock('@tanstack/react-router', async (actual) => ({
  ...(await actual<object>()),
  useBlocker: () => ({ status: 'idle' }),
  Link: ({ children }: { children: React.ReactNode }) => <span>{children}</span>,
}));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TODAY = day('2026-11-23');
const open = (id: number, openCents: number, dueDate: string, more: object = {}) => ({
  kind: 'invoice',
  id,
  number: 1000 + id,
  invoiceKind: 'Job',
  paymentKind: null,
  businessUnitId: 1,
  currency: 'USD',
  on: '2026-10-01',
  dueDate,
  reference: '',
  jobNumber: null,
  street: '12 Main St',
  syncStatus: 'Pending',
  totalCents: openCents,
  openCents,
  ...more,
});
const ITEMS = [
  open(1, 50_000, '2026-10-15'),
  open(2, 30_000, '2026-11-20'),
  open(3, 20_000, '2026-12-10'),
  open(4, -5_000, '2026-11-01', { kind: 'payment', invoiceKind: null, paymentKind: 'Payment' }),
  open(5, 7_000, '2026-11-01', { currency: 'CAD', businessUnitId: 2 }),
];
const unit = (id: number, name: string, currency: string) => ({
  id,
  name,
  active: true,
  currency,
  today: TODAY,
});
const CHOICES = {
  paymentTypes: [{ id: 11, name: 'Check', active: true }],
  businessUnits: [unit(1, 'South', 'USD'), unit(2, 'North', 'CAD')],
};
const FIRST = {
  businessUnitId: 1,
  paymentTypeId: 11,
  amount: '',
  paidOn: TODAY,
  reference: '',
  memo: '',
  kind: 'Payment' as const,
  jobId: null,
  writesOff: false,
};

function show(items: readonly object[] = ITEMS, invoiceId?: number) {
  const onTaken = vi.fn();
  const client = signedIn('accounting', {});
  const form = (now: readonly object[]) => (
    <QueryClientProvider client={client}>
      <UiRoot>
        <TakeForm
          open={{ customerId: 9, customerName: 'Maria Lopez', balances: [], items: now as never }}
          choices={CHOICES as never}
          first={{ ...FIRST }}
          invoiceId={invoiceId}
          isTaken={false}
          onTaken={onTaken}
          onEscape={vi.fn()}
        />
      </UiRoot>
    </QueryClientProvider>
  );
  const { rerender } = render(form(items));
  return { onTaken, reread: (now: readonly object[]) => rerender(form(now)) };
}
const box = (number: number) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: `Pay of invoice ${number}` });
const boxes = () =>
  screen.getAllByRole<HTMLInputElement>('textbox', { name: /^Pay of/ }).map(({ value }) => value);
const amount = () => screen.getByRole('textbox', { name: 'Amount in USD' });
const sentence = () => screen.getByRole('status', { name: 'The payment' }).textContent;
const take = () => fireEvent.keyDown(document, { key: 'Enter', ctrlKey: true });

/** What was sent, each with its key; answered one after the other. */
function answering(...answers: (() => Promise<Response>)[]) {
  const sent: { key: string | null; body: Record<string, unknown> }[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (_url: string, init: RequestInit) => {
      sent.push({
        key: new Headers(init.headers).get('idempotency-key'),
        body: JSON.parse(String(init.body)),
      });
      return answers[sent.length - 1]!();
    }),
  );
  return sent;
}
const refuse = (code: string, params: object) =>
  new Response(JSON.stringify({ status: 422, code, params, fields: [], requestId: 'r-1' }), {
    status: 422,
    headers: { 'content-type': 'application/problem+json' },
  });

describe('taking a payment by keyboard', () => {
  it('an amount and Enter pay the oldest first; Space pays one whole or not; what is left is said to stay', () => {
    show();
    expect(document.activeElement).toBe(amount());
    fireEvent.change(amount(), { target: { value: '620' } });
    fireEvent.keyDown(amount(), { key: 'Enter' });
    expect(boxes()).toEqual(['500.00', '120.00', '']);
    expect(sentence()).toBe('$620.00 of Maria Lopez for 2 invoices.');
    box(1002).focus();
    fireEvent.keyDown(box(1002), { key: ' ' });
    expect(sentence()).toBe('$620.00 of Maria Lopez, $500.00 of it for 1 invoice; $120.00 stays as credit.');
    fireEvent.keyDown(box(1002), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(box(1003));
  });

  it('lists what is open in the currency of the unit, and says what else there is', () => {
    show();
    expect(screen.getAllByRole('textbox', { name: /^Pay of/ })).toHaveLength(3);
    expect(screen.getByText(/Open in CAD, too/)).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Credit of the customer' }).textContent).toContain('$50.00');
  });

  it('the invoice it was opened for is paid whole, and nothing is asked for as it stands', () => {
    show(ITEMS, 2);
    expect(boxes()).toEqual(['', '300.00', '']);
    expect(sentence()).toBe('$300.00 of Maria Lopez for 1 invoice.');
  });

  it('nothing goes out while a rule is against it, and each fault is said where it is', () => {
    const sent = answering();
    show();
    take();
    expect(screen.getByText('Say how much was paid.')).toBeTruthy();
    fireEvent.change(box(1001), { target: { value: '500.01' } });
    expect(box(1001).getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(box(1001), { target: { value: '500' } });
    fireEvent.change(amount(), { target: { value: '499' } });
    expect(screen.getByText(/The lines come to 500.00/)).toBeTruthy();
    take();
    expect(sent).toEqual([]);
  });

  it('the little that is left of an invoice is written off with it when asked', async () => {
    const sent = answering(() => new Promise(() => {}));
    show();
    expect(screen.queryByRole('checkbox', { name: /Write off/ })).toBeNull();
    fireEvent.change(box(1001), { target: { value: '498.50' } });
    fireEvent.change(box(1002), { target: { value: '100' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Write off the $1.50 left' }));
    take();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]!.body.lines).toEqual([
      { invoiceId: 1, cents: 49_850, writeOff: true },
      { invoiceId: 2, cents: 10_000, writeOff: false },
    ]);
  });

  it('goes out once, and after a lost answer the same again under its key', async () => {
    const sent = answering(
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => Promise.resolve(refuse('application.too_much', { from: 12, to: 1001, mostCents: 40_000 })),
    );
    show();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Pay all' }));
    take();
    take();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Take payment/ })).toHaveProperty('disabled', false),
    );
    expect(sent).toHaveLength(1);
    expect(sent[0]!.body).toMatchObject({ customerId: 9, amountCents: 100_000, jobId: null });
    expect(sent[0]!.body.lines).toHaveLength(3);
    await waitFor(() => {
      take();
      expect(sent).toHaveLength(2);
    });
    expect(sent[1]).toEqual(sent[0]);
    // What the server refuses of an invoice stands at its row.
    await waitFor(() => expect(box(1001).getAttribute('aria-invalid')).toBe('true'));
  });

  it('an invoice somebody else pays meanwhile keeps what was typed for it, and says that nothing is open', () => {
    const { reread } = show();
    fireEvent.change(box(1001), { target: { value: '500' } });
    reread(ITEMS.slice(1));
    expect(box(1001).value).toBe('500');
    expect(box(1001).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getAllByRole('textbox', { name: /^Pay of/ })).toHaveLength(3);
  });
});

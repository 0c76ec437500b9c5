import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BillSummary } from '#contract/bill.ts';
import { day } from '#domain/time.ts';
import { signedIn } from '../../../data/signed-in.fixture.ts';
import { UiRoot } from '../../../ui/ui-root.tsx';
import { PayForm } from './pay-form.tsx';

// No router: what leaving a page asks, and where a bill's number leads, are their own tests'.
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
const bill = (id: number, dueDate: string, payableCents: number, more: object = {}) =>
  ({
    id,
    version: 10 + id,
    number: 1000 + id,
    kind: payableCents < 0 ? 'Credit' : 'Bill',
    status: 'Reconciled',
    vendorId: 40,
    vendorName: 'Heron',
    remitToVendorId: 40,
    vendorInvoiceNumber: `V-${id}`,
    billDate: '2026-10-01',
    dueDate,
    currency: 'USD',
    payableCents,
    paidCents: 0,
    ...more,
  }) as unknown as BillSummary;
const OPEN = [
  bill(1, '2026-10-15', 50_000),
  bill(2, '2026-11-20', 30_000),
  bill(3, '2026-12-10', 20_000),
  bill(4, '2026-12-24', -10_000),
];
const LATEST = [
  { method: 'BankTransfer', reference: 'T-9', payeeVendorId: 7 },
  { method: 'Check', reference: '1042', payeeVendorId: 7 },
];

function show() {
  const onPaid = vi.fn();
  const client = signedIn('accounting', {});
  const form = (open: readonly BillSummary[]) => (
    <QueryClientProvider client={client}>
      <UiRoot>
        <PayForm
          payee={{ vendorId: 40, vendorName: 'Heron', currency: 'USD' }}
          open={open}
          latest={LATEST as never}
          today={TODAY}
          isPaid={false}
          onPaid={onPaid}
          onClose={vi.fn()}
        />
      </UiRoot>
    </QueryClientProvider>
  );
  const { rerender } = render(form(OPEN));
  return { onPaid, reread: (open: readonly BillSummary[]) => rerender(form(open)) };
}
const box = (what: string) => screen.getByRole<HTMLInputElement>('textbox', { name: `Pay of ${what}` });
const type = (what: string, value: string) => fireEvent.change(box(what), { target: { value } });
const boxes = () => ['bill 1001', 'bill 1002', 'bill 1003', 'credit 1004'].map((what) => box(what).value);
const toPay = () => screen.getByRole('status', { name: 'To pay' }).textContent;
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement!, { key, ...more });
const pay = () => fireEvent.keyDown(document, { key: 'Enter', ctrlKey: true });
const refuse = (code: string, params: object) =>
  new Response(JSON.stringify({ status: 422, code, params, fields: [], requestId: 'r-1' }), {
    status: 422,
    headers: { 'content-type': 'application/problem+json' },
  });

/** What was sent, each with its key; answered one after the other. */
function answering(...answers: (() => Promise<Response>)[]) {
  const sent: { key: string | null; body: { lines: unknown[]; reference: string } }[] = [];
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

describe('paying by keyboard', () => {
  it('begins at the bill that is due first; Space pays it whole or not, arrows lead on, one stop for Tab', () => {
    show();
    expect(document.activeElement).toBe(box('bill 1001'));
    press(' ');
    press('ArrowDown');
    expect(document.activeElement).toBe(box('bill 1002'));
    press(' ');
    expect([boxes(), toPay()]).toEqual([['500.00', '300.00', '', ''], '$800.00']);
    press(' ');
    press('End', { ctrlKey: true });
    expect(document.activeElement).toBe(box('credit 1004'));
    press(' ');
    expect([boxes(), toPay()]).toEqual([['500.00', '', '', '100.00'], '$400.00']);
    press('PageUp');
    expect(document.activeElement).toBe(box('bill 1001'));
    const stops = screen.getAllByRole('textbox', { name: /^Pay of/ }).filter((one) => one.tabIndex === 0);
    expect(stops).toEqual([box('bill 1001')]);
  });

  it('an amount goes to the oldest first, with the credits or without; what is more than all is said', () => {
    show();
    const amount = screen.getByRole('textbox', { name: 'Oldest first' });
    fireEvent.change(amount, { target: { value: '600' } });
    fireEvent.keyDown(amount, { key: 'Enter' });
    expect([boxes(), toPay()]).toEqual([['500.00', '200.00', '', '100.00'], '$600.00']);
    fireEvent.click(screen.getByRole('checkbox', { name: 'With credits' }));
    fireEvent.change(amount, { target: { value: '1,100' } });
    fireEvent.keyDown(amount, { key: 'Enter' });
    expect([boxes(), toPay()]).toEqual([['500.00', '300.00', '200.00', ''], '$1,000.00']);
    // Beside the box, and to who cannot see it.
    expect(screen.getAllByText('$100.00 of it is more than is open.')).toHaveLength(2);
  });

  it('all that is due by a day, and all there is, in one', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Tick them' }));
    expect([boxes(), toPay()]).toEqual([['500.00', '300.00', '', '100.00'], '$700.00']);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Pay all' }));
    expect(toPay()).toBe('$900.00');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Pay all' }));
    expect([boxes(), toPay()]).toEqual([['', '', '', ''], '$0.00']);
  });
});

describe('what cannot be paid', () => {
  it('is said at its bill before it is sent; nothing goes out', () => {
    const sent = answering();
    show();
    pay();
    expect(screen.getByText('Choose at least one bill to pay.')).toBeTruthy();
    type('bill 1001', '500.01');
    expect(box('bill 1001').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/\$?500\.00 of bill 1001 is open/)).toBeTruthy();
    type('bill 1001', '1,5');
    pay();
    expect(screen.getByText('An amount such as 12.30.')).toBeTruthy();
    type('bill 1001', '');
    type('credit 1004', '50');
    expect(screen.getByText(/The credits come to/)).toBeTruthy();
    pay();
    expect(sent).toEqual([]);
  });

  it('is said at its bill when the server refuses it, and what is typed stays', async () => {
    answering(async () => refuse('apPayment.too_much', { number: 1002, cents: 30_000, openCents: 1_000 }));
    const { onPaid } = show();
    type('bill 1001', '120.5');
    type('bill 1002', '300');
    pay();
    await waitFor(() => expect(box('bill 1002').getAttribute('aria-invalid')).toBe('true'));
    expect(box('bill 1002').getAttribute('aria-describedby')).toBe('unpayable-2');
    expect(document.getElementById('unpayable-2')?.textContent).toContain('10.00');
    expect(boxes().slice(0, 2)).toEqual(['120.5', '300']);
    expect(onPaid).not.toHaveBeenCalled();
    type('bill 1002', '10');
    expect(box('bill 1002').getAttribute('aria-invalid')).toBeNull();
  });

  it('one that was changed meanwhile says by whom, at its own amount', async () => {
    answering(async () => refuse('request.stale', { kind: 'bill', id: 2, byName: 'Joan', fields: [] }));
    show();
    type('bill 1002', '300');
    pay();
    await waitFor(() =>
      expect(document.getElementById('unpayable-2')?.textContent).toContain('Joan changed'),
    );
  });

  it('a bill somebody else paid meanwhile stays where it stood, with what was typed for it', () => {
    const { reread } = show();
    type('bill 1002', '300');
    reread(OPEN.filter(({ id }) => id !== 2 && id !== 3));
    expect(box('bill 1002').value).toBe('300');
    expect(box('bill 1002').getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('textbox', { name: 'Pay of bill 1003' })).toBeNull();
  });
});

it('after a lost answer the same payment goes out under the same key, whatever was read meanwhile', async () => {
  const lost = async () => {
    throw new TypeError('network');
  };
  const sent = answering(lost, lost);
  const { reread } = show();
  type('bill 1001', '500');
  type('credit 1004', '-100');
  pay();
  await screen.findByText(/cannot be reached/);
  // It had arrived: the bill is paid.
  reread(OPEN.filter(({ id }) => id !== 1));
  pay();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[0]!.body).toMatchObject({
    payeeVendorId: 40,
    paidOn: TODAY,
    method: 'Check',
    reference: '1043',
    lines: [
      { billId: 1, version: 11, cents: 50_000 },
      { billId: 4, version: 14, cents: -10_000 },
    ],
  });
  expect(sent[1]).toEqual(sent[0]);
});

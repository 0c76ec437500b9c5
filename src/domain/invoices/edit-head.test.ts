import { describe, expect, test } from 'vitest';
import { rate } from '../money.ts';
import { day } from '../time.ts';
import { makeInvoice, makeInvoiceCard, makeItem } from './card.fixture.ts';
import { decideHead, type HeadFacts, type InvoiceEdit } from './edit-head.ts';

const NET_10 = {
  id: 9,
  name: 'Net 10',
  dueBy: 'Days',
  dueInDays: 10,
  dueDay: null,
  discountRate: rate(0),
  discountDays: 0,
} as const;
const CITY = {
  name: 'City',
  rates: [
    { name: 'Sales', base: 'Subtotal', rate: 50_000, validFrom: day('2020-01-01') },
    { name: 'Sales', base: 'Subtotal', rate: 60_000, validFrom: day('2026-12-01') },
  ],
} as const;
const { tax } = makeInvoice();
const card = (appliedCents = 0) => {
  const plain = makeInvoiceCard({ tax: null }, [makeItem()], appliedCents);
  const own = { paymentTermId: null, paymentTerm: null, taxZoneId: null };
  return { ...plain, invoice: { ...plain.invoice, ...own } };
};
const edited = (edit: InvoiceEdit, facts: Partial<HeadFacts> = {}, applied = 0) =>
  decideHead(card(applied), edit, { term: null, taxZone: null, ...facts });

describe('the header of an invoice', () => {
  test('says what somebody wrote, and keeps the rest', () => {
    expect(edited({ memo: 'By post', billToName: 'Lopez' })).toMatchObject({
      value: { memo: 'By post', billToName: 'Lopez', dueDate: '2026-12-20', tax: null },
    });
  });

  test('another term is due by itself, another day by the same term, unless the due date is said', () => {
    const term = { paymentTermId: 9 };
    expect(edited(term, { term: NET_10 })).toMatchObject({
      value: { dueDate: '2026-11-30', paymentTerm: { name: 'Net 10' } },
    });
    expect(edited({ invoiceDate: day('2026-12-24') })).toMatchObject({ value: { dueDate: '2026-12-24' } });
    const said = { ...term, dueDate: day('2027-01-01') };
    expect(edited(said, { term: NET_10 })).toMatchObject({ value: { dueDate: '2027-01-01' } });
    expect(edited({ dueDate: day('2026-11-19') })).toMatchObject({
      refusal: { code: 'invoice.due_before_date' },
    });
  });

  test('takes the rates of the zone on its day', () => {
    const zone = { taxZoneId: 90 };
    expect(edited(zone, { taxZone: CITY })).toMatchObject({ value: { tax: { rates: [{ rate: 50_000 }] } } });
    const later = { ...zone, invoiceDate: day('2026-12-02') };
    expect(edited(later, { taxZone: CITY })).toMatchObject({ value: { tax: { rates: [{ rate: 60_000 }] } } });
  });

  test('is not changed once it is posted, nor so that what was paid is more than it comes to', () => {
    const posted = { ...card(), invoice: { ...card().invoice, syncStatus: 'Posted' as const } };
    expect(decideHead(posted, { memo: '' }, { term: null, taxZone: null })).toMatchObject({
      refusal: { code: 'invoice.not_in_status' },
    });
    const taxed = card(10_500);
    const paid = {
      ...taxed,
      invoice: { ...taxed.invoice, tax, taxZoneId: 90 },
      balanceCents: taxed.balanceCents,
    };
    const free = decideHead(
      { ...paid, balanceCents: 0 as typeof paid.balanceCents },
      { taxZoneId: null },
      { term: null, taxZone: null },
    );
    expect(free).toMatchObject({ refusal: { code: 'invoice.below_applied' } });
  });
});

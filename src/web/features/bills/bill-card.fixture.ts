/** Bills for the tests of this page: an order of four pumps and a heater, all of it here, asked for as expected. */
import type { BillCardView } from '#contract/bill.ts';
import { type Day, instant } from '#domain/time.ts';

export const LINES: BillCardView['lines'] = [
  {
    lineId: 11,
    position: 1,
    description: 'Pump',
    skuCode: 'P-1',
    vendorPartNumber: 'V-1',
    unit: 'each',
    cost: 500_000,
    ordered: 40_000,
    received: 40_000,
    before: 0,
  },
  {
    lineId: 12,
    position: 2,
    description: 'Heater',
    skuCode: 'H-1',
    vendorPartNumber: '',
    unit: 'each',
    cost: 1_000_000,
    ordered: 10_000,
    received: 10_000,
    before: 0,
  },
];
export const PUMPS = {
  lineId: 11,
  description: 'Pump',
  quantity: 40_000,
  cost: 500_000,
  amountCents: 200_00,
};
export const HEATER = {
  lineId: 12,
  description: 'Heater',
  quantity: 10_000,
  cost: 1_000_000,
  amountCents: 100_00,
};
type Figures = BillCardView['bill']['expected'];
export const figures = (lines: Figures['lines'], more: Partial<Figures> = {}): Figures => ({
  lines,
  taxCents: 0,
  freightCents: 0,
  ...more,
});
export const EXPECTED = figures([PUMPS, HEATER]);
export const STAMP = { by: 4, byName: 'Joan Okafor', at: instant('2026-11-23T15:00:00.000Z') };

export const BILL: BillCardView['bill'] = {
  id: 70,
  version: 3,
  number: 1070,
  kind: 'Bill',
  source: 'Receipt',
  status: 'Unreconciled',
  syncStatus: 'Pending',
  vendorId: 2,
  vendorName: 'Harbor Supply',
  remitToVendorId: 2,
  remitToName: 'Harbor Supply',
  orderId: 9,
  orderNumber: 1042,
  receiptNumber: 1,
  receiptId: 8,
  returnId: null,
  jobId: null,
  jobNumber: null,
  businessUnitId: 1,
  businessUnit: 'Boston',
  vendorInvoiceNumber: 'INV-9',
  billDate: '2026-11-20' as Day,
  dueDate: '2026-12-20' as Day,
  currency: 'USD',
  payableCents: 300_00,
  paidCents: 0,
  paymentTerm: 'Net 30',
  expected: EXPECTED,
  billed: null,
  verdicts: [],
  reconciled: null,
  claims: [],
  canceled: null,
  replacedBy: null,
  creditOf: null,
  creditedBy: null,
  modifiedOn: instant('2026-11-23T15:00:00.000Z'),
};

export const cardWith = (
  bill: Partial<BillCardView['bill']> = {},
  more: Partial<Omit<BillCardView, 'bill'>> = {},
): BillCardView => ({
  bill: { ...BILL, ...bill },
  lines: LINES,
  differences: [],
  sameNumber: [],
  ...more,
});

/** The pumps at 52.50 each. */
export const DEAR = { ...PUMPS, cost: 525_000, amountCents: 210_00 };
export const difference = (
  more: Partial<BillCardView['differences'][number]> = {},
): BillCardView['differences'][number] => ({
  key: 'price:11',
  kind: 'price',
  lineId: 11,
  units: null,
  cents: 10_00,
  verdict: null,
  isOpen: true,
  ...more,
});
export const DISCREPANCY = cardWith(
  { status: 'Discrepancy', billed: figures([DEAR, HEATER], { freightCents: 25_00 }), payableCents: 335_00 },
  {
    differences: [difference(), difference({ key: 'freight', kind: 'freight', lineId: null, cents: 25_00 })],
  },
);

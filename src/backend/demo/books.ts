/** The demo company's tax zones, terms, accounts, payment and order types, and vendors. */
import type { Id } from '#domain/ids.ts';
import type { AddRows } from './add-rows.ts';
import { addVendors } from './vendors.ts';

/** Where a business unit's money goes unless a document says otherwise. */
type GlDefaults = Readonly<
  Record<
    | 'incomeAccountId'
    | 'receivableAccountId'
    | 'unappliedAccountId'
    | 'writeOffAccountId'
    | 'refundAccountId',
    Id
  >
>;
type DemoBooks = {
  ma: Id;
  il: Id;
  net30: Id;
  income: Id;
  glDefaults: GlDefaults;
  vendors: readonly Id[];
};

const orderType = (name: string, requiredInDays: number, more: object = {}) => ({
  name,
  requiredInDays,
  skipWeekends: true,
  automaticallyReceive: false,
  copiesToInvoice: false,
  ...more,
});

export async function addBooks(add: AddRows): Promise<DemoBooks> {
  const [ma, il] = (await add('tax_zones', [{ name: 'Massachusetts' }, { name: 'Chicago' }])) as [Id, Id];
  await add('tax_rates', [
    { taxZoneId: ma, name: 'MA sales tax', base: 'Material', rate: 62500, validFrom: '2020-01-01' },
    { taxZoneId: il, name: 'Chicago sales tax', base: 'Material', rate: 102500, validFrom: '2020-01-01' },
  ]);
  const [net30, net15] = (await add('payment_terms', [
    { name: 'Net 30', dueInDays: 30 },
    { name: 'Net 15', dueInDays: 15 },
    { name: 'Due on receipt', dueInDays: 0 },
    { name: '2 % in 10, net 30', dueInDays: 30, discountRate: 20_000, discountDays: 10 },
  ])) as [Id, Id];
  const [income, receivable, bank, unapplied, writeOff, refund] = (await add('gl_accounts', [
    { number: '4000', name: 'Service income', kind: 'Income' },
    { number: '1200', name: 'Accounts receivable', kind: 'Asset' },
    { number: '1000', name: 'Bank', kind: 'Asset' },
    { number: '2300', name: 'Unapplied payments', kind: 'Liability' },
    { number: '6100', name: 'Bad debt', kind: 'Expense' },
    { number: '4900', name: 'Refunds', kind: 'Income' },
    { number: '5000', name: 'Materials', kind: 'Expense' },
    { number: '2200', name: 'Sales tax payable', kind: 'Liability' },
  ])) as [Id, Id, Id, Id, Id, Id];
  await add(
    'payment_types',
    ['Card', 'Check', 'Cash', 'Bank transfer'].map((name) => ({ name, glAccountId: bank })),
  );
  await add('purchase_order_types', [
    orderType('Stock', 7),
    orderType('Special order', 3, { copiesToInvoice: true }),
    orderType('Counter pick-up', 0, {
      skipWeekends: false,
      automaticallyReceive: true,
      copiesToInvoice: true,
    }),
  ]);
  await add('return_types', [
    { name: 'Wrong part', takesFromStock: true },
    { name: 'Defective', takesFromStock: true },
    { name: 'Overstock', takesFromStock: true },
    { name: 'Core of a compressor', takesFromStock: false },
  ]);
  // An admin has none: whoever else is over the limit has somebody to ask.
  await add('approval_limits', [
    { role: 'purchasing', limitCents: 250_000 },
    { role: 'accounting', limitCents: 1_000_000 },
  ]);
  const vendors = await addVendors(add, { net30, net15 });
  const glDefaults = {
    incomeAccountId: income,
    receivableAccountId: receivable,
    unappliedAccountId: unapplied,
    writeOffAccountId: writeOff,
    refundAccountId: refund,
  };
  return { ma, il, net30, income, glDefaults, vendors };
}

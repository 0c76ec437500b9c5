/** What a row of opening balances becomes: an invoice with one item, or a payment. */
import type { OpeningKind } from '#contract/opening-import.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { payerCopy, termCopy } from '#domain/invoice.ts';
import type { Day } from '#domain/time.ts';
import { foundBy } from '../invoices/found-by.ts';
import { loadCopies } from '../jobs/invoice-copies.ts';
import type { ReferenceTo } from '../jobs/references.ts';
import type { CheckedRow } from '../list-imports/checked.ts';
import { plainWords } from '../list-words.ts';
import { loadRecords } from '../write/load.ts';
import type { RecordChange } from '../write/save.ts';

export type OpeningRow = CheckedRow & {
  readonly values: {
    readonly kind: OpeningKind;
    readonly number: string;
    readonly customerId: Id;
    readonly businessUnitId: Id;
    readonly date: Day;
    readonly dueDate: Day | null;
    /** Of credits and deposits the sign says nothing: they are known by their kind. */
    readonly amountCents: number;
    readonly glAccountId: Id | null;
    readonly paymentTypeId: Id | null;
    readonly memo: string;
  };
};

export const isDeposit = ({ values }: OpeningRow): boolean => values.kind === 'Deposit';

const BLANK_INVOICE = {
  ...{ kind: 'PointOfSale', jobId: null, locationId: null, taxZoneId: null, tax: null },
  ...{ syncStatus: 'Pending', reviewStatus: 'Reviewed', stage: '', projectId: null, batchId: null },
  ...{ membershipEvent: null, membershipId: null, periodStart: null },
  ...{ aboutInvoiceId: null, relation: null, refundOfPaymentId: null, voided: null },
};
const BLANK_ITEM = {
  ...{ position: 1, kind: 'Other', skuId: null, cost: 0, taxable: false, technicianId: null },
  ...{ membershipId: null, source: null, sourceId: null, externalKey: null, active: true },
};
const BLANK_PAYMENT = {
  ...{ kind: 'Deposit', jobId: null, projectId: null, refundReason: null, ofPaymentId: null },
  ...{ syncStatus: 'Pending', batchId: null, voided: null, bounced: null },
};
const ONE_UNIT = 10_000;
/** Prices are kept in 1/10,000, amounts in cents. */
const PRICE_OF_CENT = 100;

type Fresh = { readonly ids: Id[]; readonly invoice: number; readonly payment: number };

/** @param fresh ids for all of them and their items, and the first of the numbers each has */
export async function openingRecords(
  tx: Transaction,
  rows: readonly OpeningRow[],
  fresh: Fresh,
): Promise<RecordChange[]> {
  const unique = (field: 'customerId' | 'businessUnitId') => [
    ...new Set(rows.map(({ values }) => values[field])),
  ];
  const customers = await loadRecords<ReferenceTo<'customer'>>(tx, 'customer', unique('customerId'));
  const units = await loadRecords<ReferenceTo<'businessUnit'>>(tx, 'businessUnit', unique('businessUnitId'));
  const copies = await loadCopies(tx, { customers, units, places: [] });
  const customerOf = new Map(customers.map((one) => [one.id, one]));
  const unitOf = new Map(units.map((one) => [one.id, one]));
  let { invoice, payment } = fresh;
  return rows.flatMap((row): RecordChange[] => {
    const { values } = row;
    const unit = unitOf.get(values.businessUnitId)!;
    const own = {
      businessUnitId: unit.id,
      currency: unit.currency,
      memo: values.memo,
      externalKey: values.number,
    };
    const amount = Math.abs(values.amountCents);
    const id = fresh.ids.pop()!;
    if (isDeposit(row)) {
      const number = payment++;
      const { customerId, paymentTypeId, date: paidOn, number: reference } = values;
      const search = plainWords(`${number} ${reference}`);
      const after = {
        ...{ ...BLANK_PAYMENT, ...own, id, number, customerId, paymentTypeId, paidOn },
        ...{ reference, amountCents: amount, search },
      };
      return [{ kind: 'payment', before: null, after, label: `Payment ${number}` }];
    }
    const number = invoice++;
    const label = `Invoice ${number}`;
    const payer = copies.payer(customerOf.get(values.customerId)!);
    const terms = termCopy(payer, copies.books(unit, { taxZoneId: null }), values.date);
    const isCredit = values.kind === 'Credit';
    // A credit falls due never, and what the former system said of an invoice goes before the term.
    const due = isCredit
      ? { paymentTermId: null, paymentTerm: null, dueDate: values.date }
      : { ...terms, dueDate: values.dueDate ?? terms.dueDate };
    const document = {
      ...{ ...BLANK_INVOICE, ...own, ...payerCopy(payer), ...due, id, number },
      ...{ invoiceDate: values.date, search: foundBy({ number, externalKey: values.number }) },
    };
    const item = {
      ...{ ...BLANK_ITEM, id: fresh.ids.pop()!, invoiceId: id, glAccountId: values.glAccountId },
      ...{
        description: `${isCredit ? 'Open credit' : 'Open balance'} of ${values.number}`,
        quantity: ONE_UNIT,
      },
      price: (isCredit ? -amount : amount) * PRICE_OF_CENT,
    };
    return [
      { kind: 'invoice', before: null, after: document, label },
      { kind: 'invoiceItem', before: null, after: item, label },
    ];
  });
}

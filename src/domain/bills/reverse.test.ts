/** Who may be made good by hand, and which bills go along with their order (domain-rules §5, §6). */
import { expect, test } from 'vitest';
import { yes } from '../purchasing/order.fixture.ts';
import { billsOf, RECEIVED, STAMP } from './bill.fixture.ts';
import type { Bill } from './bill.ts';
import { payableOf } from './figures.ts';
import { reverseBill } from './reverse.ts';
import { movedToUnit } from './unit.ts';

const [ofReceipt] = billsOf(RECEIVED) as [Bill];
const keyed: Bill = {
  ...ofReceipt,
  source: 'Keyed',
  receiptId: null,
  billed: ofReceipt.expected,
  reconciled: STAMP,
};
const reverse = (bill: Bill, others: readonly Bill[] = [bill]) =>
  reverseBill(bill, others, { id: 900, stamp: STAMP });
const code = (...of: Parameters<typeof reverse>) => {
  const decided = reverse(...of);
  return decided.ok ? null : decided.refusal.code;
};

test('what was accepted is made good once, by what is accepted itself and never made good', () => {
  const credit = yes(reverse(keyed));
  expect(credit).toMatchObject({ id: 900, kind: 'Credit', creditOfId: keyed.id, reconciled: STAMP });
  expect(payableOf(credit)).toBe(-payableOf(keyed));
  expect(code(keyed, [keyed, credit])).toBe('bill.made_good');
  expect(code(credit)).toBe('bill.made_good');
  expect(code({ ...keyed, reconciled: null })).toBe('bill.not_accepted');
  expect(code({ ...keyed, canceled: STAMP })).toBe('bill.closed');
  expect(code({ ...keyed, receiptId: 100 })).toBe('bill.of_receipt');
});

test('bills go along to another unit while none is in the books or paid; the credit of a return stays', () => {
  const bill = { ...keyed, number: 1001, returnId: null as number | null, businessUnitId: 50, paidCents: 0 };
  const ofReturn = { ...bill, number: 1002, returnId: 7, syncStatus: 'Exported' as const };
  expect(yes(movedToUnit([bill, ofReturn], 51)).map((one) => one.businessUnitId)).toEqual([51, 50]);
  for (const held of [{ syncStatus: 'Posted' as const }, { paidCents: 1 }]) {
    const decided = movedToUnit([{ ...bill, ...held }], 51);
    expect(!decided.ok && decided.refusal).toMatchObject({
      code: 'order.unit_in_books',
      params: { number: 1001 },
    });
  }
  expect(yes(movedToUnit([{ ...bill, syncStatus: 'Posted' }], 50))).toHaveLength(1);
});

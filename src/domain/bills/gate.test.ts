import { expect, test } from 'vitest';
import { BILL_STAGES, BILL_TABLE, billGate } from './gate.ts';

const said = { by: 1, at: '2026-11-23T10:00:00.000Z' };
const BILLS = {
  waiting: { billed: null, reconciled: null, canceled: null },
  billed: { billed: {}, reconciled: null, canceled: null },
  closed: { billed: {}, reconciled: said, canceled: null },
} as const;
const refused = (
  stage: keyof typeof BILLS,
  type: Parameters<typeof billGate>[1],
  { receiptId = null as number | null, open = 0 } = {},
) =>
  billGate({ ...BILLS[stage], receiptId: receiptId as never }, type, {
    status: () => 'Reconciled',
    open: () => open,
  })?.code ?? null;

test('each step is open exactly in the stages of the table, and a closed gate says what stands in the way', () => {
  const saidBy = Object.fromEntries(
    BILL_STAGES.map((stage) => [
      stage,
      (['enter', 'agree', 'judge', 'cancel'] as const).map((type) => refused(stage, type)),
    ]),
  );
  expect(saidBy).toEqual({
    waiting: [null, null, 'bill.no_figures', null],
    billed: ['bill.figures_given', null, null, null],
    closed: ['bill.closed', 'bill.closed', 'bill.closed', 'bill.closed'],
  });
  for (const stage of BILL_STAGES) {
    const open = (['enter', 'agree', 'judge', 'cancel'] as const).filter((type) => !refused(stage, type));
    expect(open).toEqual(BILL_TABLE[stage]);
  }
});

test('a bill with something open is not agreed to, and a receipt’s bill goes with its receipt', () => {
  expect(refused('billed', 'agree', { open: 2 })).toBe('bill.differences_open');
  expect(refused('waiting', 'agree', { open: 2 })).toBeNull();
  expect(refused('billed', 'cancel', { receiptId: 7 })).toBe('bill.of_receipt');
});

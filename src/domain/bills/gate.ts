/**
 * Whether a step may be taken on a bill at all, before its parameters are looked at: the table, then what is still open.
 * `decideBill` refuses by it and the bill's page offers by it, so that a button never disagrees with the rule.
 */
import type { Refusal } from '../decision.ts';
import { no } from '../purchasing/gate.ts';
import type { Bill, BillStatus } from './bill.ts';
import type { BillCommand } from './decide.ts';

/** Waits for the vendor's paper; has it and is talked about; is reconciled or canceled. */
export const BILL_STAGES = ['waiting', 'billed', 'closed'] as const;
export type BillStage = (typeof BILL_STAGES)[number];

export const BILL_TABLE: Readonly<Record<BillStage, readonly BillCommand['type'][]>> = {
  waiting: ['enter', 'agree', 'cancel'],
  billed: ['agree', 'judge', 'cancel'],
  closed: [],
};

type Staged = {
  readonly [Field in 'billed' | 'reconciled' | 'canceled']: object | null;
};

export const stageOf = ({ billed, reconciled, canceled }: Staged): BillStage =>
  reconciled || canceled ? 'closed' : billed ? 'billed' : 'waiting';

/** What each stage says to a step that is not in its table. */
const REFUSALS = { waiting: 'bill.no_figures', billed: 'bill.figures_given' } as const;

/**
 * @param status asked for only where it is said
 * @param open how many differences nobody has said anything final to; asked for only where it decides
 */
export function billGate(
  bill: Staged & Pick<Bill, 'receiptId'>,
  type: BillCommand['type'],
  { status, open }: { readonly status: () => BillStatus; readonly open: () => number },
): Refusal | null {
  const stage = stageOf(bill);
  if (stage === 'closed') return no('bill.closed', { status: status() });
  if (!BILL_TABLE[stage].includes(type)) return no(REFUSALS[stage]);
  // A receipt's bill says what came: it goes with the receipt.
  if (type === 'cancel') return bill.receiptId === null ? null : no('bill.of_receipt');
  const left = type === 'agree' && stage === 'billed' ? open() : 0;
  return left > 0 ? no('bill.differences_open', { open: left }) : null;
}

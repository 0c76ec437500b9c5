/** Steps on a bill: the vendor's figures, verdicts, and the status that follows from both (domain-rules §6). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Stamp } from '../purchasing/purchase-order.ts';
import type { Bill, BillStatus, Figures, VerdictKind } from './bill.ts';
import type { Difference, Matching } from './match.ts';

export type BillCommand =
  /** The vendor's paper, once. */
  | { readonly type: 'enter'; readonly figures: Figures }
  /** The paper says what was expected. */
  | { readonly type: 'agree' }
  | { readonly type: 'judge'; readonly key: string; readonly verdict: VerdictKind; readonly memo: string }
  | { readonly type: 'cancel' };

/** Differences that nobody has said anything final to, for as much as they are now. */
export const openDifferences = ({ verdicts }: Bill, { differences }: Matching): readonly Difference[] =>
  differences.filter(({ key, cents }) => {
    const said = verdicts.findLast((one) => one.key === key && one.cents === cents);
    return !said || said.verdict === 'dispute';
  });

export function billStatus(bill: Bill, matching: Matching): BillStatus {
  if (bill.canceled) return 'Canceled';
  if (bill.reconciled) return 'Reconciled';
  return bill.billed && openDifferences(bill, matching).length > 0 ? 'Discrepancy' : 'Unreconciled';
}

/**
 * The bill after a step; with its figures here and nothing open, it is reconciled by whoever took the last step.
 * Refuses `bill.closed` for one that is reconciled, canceled or replaced, `bill.figures_given`, `bill.no_figures`,
 * `bill.no_such_difference`, `bill.of_receipt`.
 * @param match the bill against its order, as it would be
 */
export function decideBill(
  bill: Bill,
  command: BillCommand,
  match: (bill: Bill) => Matching,
  stamp: Stamp,
): Decision<Bill> {
  if (bill.reconciled || bill.canceled)
    return refuse('bill.closed', { status: billStatus(bill, match(bill)) });
  const applied = apply(bill, command, match, stamp);
  if (!applied.ok) return applied;
  const after = applied.value;
  const isDone =
    !after.canceled && after.billed !== null && openDifferences(after, match(after)).length === 0;
  return allow(isDone ? { ...after, reconciled: stamp } : after);
}

function apply(
  bill: Bill,
  command: BillCommand,
  match: (bill: Bill) => Matching,
  stamp: Stamp,
): Decision<Bill> {
  switch (command.type) {
    case 'enter':
    case 'agree': {
      if (bill.billed) return refuse('bill.figures_given');
      return allow({ ...bill, billed: command.type === 'agree' ? bill.expected : command.figures });
    }
    case 'judge': {
      if (!bill.billed) return refuse('bill.no_figures');
      const { key, verdict, memo } = command;
      const difference = match(bill).differences.find((one) => one.key === key);
      if (!difference) return refuse('bill.no_such_difference', { key });
      const said = { ...stamp, key, cents: difference.cents, verdict, memo };
      return allow({ ...bill, verdicts: [...bill.verdicts, said] });
    }
    case 'cancel':
      // A receipt's bill says what came: it goes with the receipt.
      return bill.receiptId === null ? allow({ ...bill, canceled: stamp }) : refuse('bill.of_receipt');
  }
}

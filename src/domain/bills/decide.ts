/** Steps on a bill: the vendor's figures, verdicts, and the status that follows from both (domain-rules §6). */
import { allow, type Decision, refuse } from '../decision.ts';
import { type Cents, cents } from '../money.ts';
import type { Stamp } from '../purchasing/purchase-order.ts';
import type { Bill, BillStatus, Difference, Figures, VerdictKind } from './bill.ts';
import { billGate } from './gate.ts';
import type { Matching } from './match.ts';

export type BillCommand =
  /** The vendor's paper, once. */
  | { readonly type: 'enter'; readonly figures: Figures }
  /** The paper says what was expected; or it is here, and nothing is left to say to it. */
  | { readonly type: 'agree' }
  /** `cents`: of the difference as it was seen. */
  | {
      readonly type: 'judge';
      readonly key: string;
      readonly cents: Cents;
      readonly verdict: VerdictKind;
      readonly memo: string;
    }
  | { readonly type: 'cancel' };

/** What was last said to a difference for as much as it is now; null where that is nothing. */
export const verdictOn = (
  { verdicts }: Pick<Bill, 'verdicts'>,
  { key, cents: now }: Difference,
): VerdictKind | null => verdicts.findLast((said) => said.key === key && said.cents === now)?.verdict ?? null;

/** Differences that nobody has said anything final to. */
export const openDifferences = (bill: Bill, { differences }: Matching): readonly Difference[] =>
  differences.filter((one) => {
    const said = verdictOn(bill, one);
    return said === null || said === 'dispute';
  });

export function billStatus(bill: Bill, matching: Matching): BillStatus {
  if (bill.canceled) return 'Canceled';
  if (bill.reconciled) return 'Reconciled';
  return bill.billed && openDifferences(bill, matching).length > 0 ? 'Discrepancy' : 'Unreconciled';
}

/**
 * The bill after a step; with its figures here and nothing open, it is reconciled by whoever took the last step.
 * Refuses `bill.closed` for one that is reconciled, canceled or replaced, `bill.figures_given`, `bill.no_figures`,
 * `bill.differences_open`, `bill.no_such_difference`, `bill.nothing_to_claim` of what is cheaper, `bill.of_receipt`.
 * @param match the bill against its order, as it would be
 */
export function decideBill(
  bill: Bill,
  command: BillCommand,
  match: (bill: Bill) => Matching,
  stamp: Stamp,
): Decision<Bill> {
  const refusal = billGate(bill, command.type, {
    status: () => billStatus(bill, match(bill)),
    open: () => openDifferences(bill, match(bill)).length,
  });
  if (refusal) return { ok: false, refusal };
  const applied = apply(bill, command, match, stamp);
  if (!applied.ok) return applied;
  const after = applied.value;
  if (after.canceled || !after.billed) return allow(after);
  const matching = match(after);
  if (openDifferences(after, matching).length > 0) return allow(after);
  return allow({ ...after, reconciled: stamp, claims: claimsOf(after, matching) });
}

/**
 * Those the vendor is to credit. Units that are claimed are claimed at the price they were
 * billed at, so what is too dear is claimed of the others alone: nothing is taken off twice.
 */
function claimsOf(bill: Bill, { differences, lines }: Matching): readonly Difference[] {
  const claimed = differences.filter((one) => verdictOn(bill, one) === 'credit');
  return claimed.map((one) => {
    if (one.kind !== 'price') return one;
    const units = claimed.find(({ lineId, units: of }) => lineId === one.lineId && of !== null)?.units ?? 0;
    const billed = lines.find(({ lineId }) => lineId === one.lineId)?.billed ?? 0;
    if (units === 0 || billed === 0) return one;
    const ofThose = Number((BigInt(one.cents) * BigInt(units)) / BigInt(billed));
    return { ...one, cents: cents(one.cents - ofThose) };
  });
}

function apply(
  bill: Bill,
  command: BillCommand,
  match: (bill: Bill) => Matching,
  stamp: Stamp,
): Decision<Bill> {
  switch (command.type) {
    case 'enter':
      return allow({ ...bill, billed: command.figures });
    case 'agree':
      return allow(bill.billed ? bill : { ...bill, billed: bill.expected });
    case 'judge': {
      const { key, verdict, memo } = command;
      // Another amount is another difference: nobody has said anything to what it is now.
      const difference = match(bill).differences.find(
        (one) => one.key === key && one.cents === command.cents,
      );
      if (!difference) return refuse('bill.no_such_difference', { key });
      if (verdict === 'credit' && difference.cents <= 0) return refuse('bill.nothing_to_claim');
      const said = { ...stamp, key, cents: difference.cents, verdict, memo };
      // What was said before of the same amount counts no more; the history keeps it.
      const others = bill.verdicts.filter((one) => one.key !== key || one.cents !== said.cents);
      return allow({ ...bill, verdicts: [...others, said] });
    }
    case 'cancel':
      return allow({ ...bill, canceled: stamp });
  }
}

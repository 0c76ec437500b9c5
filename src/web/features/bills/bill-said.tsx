import type { BillCardView } from '#contract/bill.ts';
import { cents, subtractCents, sumCents } from '#domain/money.ts';
import { formatMoney } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { matchTotals } from './match-totals.ts';

export type BillSaidProps = {
  card: BillCardView;
  mayJudge: boolean;
  isBusy: boolean;
  onAcceptAll: () => void;
};

/** Where it stands in a sentence: what is waited for, what is open, what is owed in the end. */
export function BillSaid({ card, mayJudge, isBusy, onAcceptAll }: BillSaidProps) {
  const { bill, differences } = card;
  const money = (amount: number) => formatMoney(cents(amount), bill.currency);
  if (bill.canceled) return null;
  const open = differences.filter(({ isOpen }) => isOpen);
  if (bill.reconciled) {
    const claimed = sumCents(bill.claims.map((one) => cents(one.cents)));
    const owed =
      bill.kind === 'Credit'
        ? `${money(Math.abs(bill.payableCents))} is to come back.`
        : `${money(bill.payableCents)} is payable.`;
    const credit =
      claimed === 0
        ? ''
        : ` ${money(claimed)} of the ${money(bill.payableCents + claimed)} asked for is claimed as credit.`;
    return <ProblemBanner tone="info" title="Nothing is open: reconciled." messages={[`${owed}${credit}`]} />;
  }
  if (!bill.billed) {
    const expected = matchTotals(card).at(-1)!.expected;
    return (
      <ProblemBanner
        tone="info"
        title="The vendor’s paper is not here yet."
        messages={[`${money(expected)} is expected. Does the paper say the same, or other figures?`]}
      />
    );
  }
  if (open.length === 0) {
    return (
      <ProblemBanner
        tone="info"
        title="Nothing differs any more."
        messages={['What was open is settled by what came since. Reconcile it.']}
      />
    );
  }
  const sum = sumCents(open.map((one) => cents(one.cents)));
  const more = sum < 0 ? `${money(subtractCents(cents(0), sum))} less` : `${money(sum)} more`;
  return (
    <ProblemBanner
      tone="warning"
      title={open.length === 1 ? '1 difference is open.' : `${open.length} differences are open.`}
      messages={[
        `Together the vendor asks ${more} than is due.${mayJudge ? ' A accepts, D disputes, C claims a credit; Enter goes to the next.' : ''}`,
      ]}
      actions={
        mayJudge && (
          <Button busy={isBusy} shortcut="Shift A" onClick={onAcceptAll}>
            Accept all
          </Button>
        )
      }
    />
  );
}

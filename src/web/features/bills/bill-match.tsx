import { useEffect, useMemo, useRef, useState } from 'react';
import type { BillCardView } from '#contract/bill.ts';
import { DifferenceRow } from './difference-row.tsx';
import { differenceText } from './difference-text.ts';
import { MatchGrid } from './match-grid.tsx';
import { chargeDifferences, type DifferenceView, differencesInOrder, matchRows } from './match-rows.ts';
import { matchTotals } from './match-totals.ts';
import type { Verdicts } from './use-verdicts.ts';

export type BillMatchProps = {
  card: BillCardView;
  verdicts: Verdicts;
  /** Somebody who keeps the books, on a bill that is not closed. */
  mayJudge: boolean;
};

/** The bill beside its order, with what is said to each difference. */
export function BillMatch({ card, verdicts, mayJudge }: BillMatchProps) {
  const { bill, lines } = card;
  const rows = useMemo(() => matchRows(card), [card]);
  const all = differencesInOrder(card);
  const groups = useRef(new Map<string, HTMLDivElement>());
  const [reached, setReached] = useState<string | null>(null);
  const isThere = all.some(({ key }) => key === reached);
  const first = all.find(({ isOpen }) => isOpen) ?? all[0];
  const here = isThere ? reached : (first?.key ?? null);
  const hasOpen = mayJudge && all.some(({ isOpen }) => isOpen);
  // Whoever comes to a bill with differences says A, D or C at once; what is typed elsewhere keeps its focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the first of them comes, not with each that is said
  useEffect(() => {
    const now = document.activeElement;
    if (!hasOpen || !here || (now !== document.body && now?.id !== 'page')) return;
    groups.current.get(here)?.focus();
  }, [hasOpen]);
  function step(from: string, by: 1 | -1): void {
    const at = all.findIndex(({ key }) => key === from) + by;
    const next = all[Math.max(0, Math.min(all.length - 1, at))];
    if (next) groups.current.get(next.key)?.focus();
  }
  const paper = bill.billed ?? bill.expected;
  const tell = (difference: DifferenceView) => {
    const { key } = difference;
    return (
      <DifferenceRow
        difference={difference}
        sentence={differenceText(difference, paper, lines)}
        underWay={verdicts.underWay.get(key)}
        memo={verdicts.memoOf(key)}
        said={bill.verdicts.findLast((one) => one.key === key && one.cents === difference.cents)?.memo ?? ''}
        mayJudge={mayJudge}
        isReached={key === here}
        groupRef={(element) => {
          if (element) groups.current.set(key, element);
          else groups.current.delete(key);
        }}
        onReached={() => setReached(key)}
        onJudge={(verdict) => verdicts.judge([difference], verdict)}
        onMemo={(memo) => verdicts.setMemo(key, memo)}
        onStep={(by) => step(key, by)}
      />
    );
  };
  return (
    <MatchGrid
      {...rows}
      totals={matchTotals(card)}
      charges={chargeDifferences(card)}
      currency={bill.currency}
      isOfOrder={bill.orderId !== null}
      tell={tell}
    />
  );
}

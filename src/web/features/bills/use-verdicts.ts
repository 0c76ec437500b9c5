import { useState } from 'react';
import type { VerdictKind } from '#domain/bills/bill.ts';
import { VERDICT_WORDS } from '../../lib/bill-words.ts';
import { announce } from '../../ui/announcer.tsx';
import type { DifferenceView } from './match-rows.ts';
import type { BillSteps } from './use-bill-steps.tsx';

export type Verdicts = {
  /** Said and not answered yet, by the difference's key. */
  readonly underWay: ReadonlyMap<string, VerdictKind>;
  readonly memoOf: (key: string) => string;
  readonly setMemo: (key: string, memo: string) => void;
  readonly judge: (differences: readonly DifferenceView[], verdict: VerdictKind) => void;
};

/** Words on differences. Each goes out at once, one after the other; nobody waits for the answer to say the next. */
export function useVerdicts(steps: BillSteps): Verdicts {
  const [underWay, setUnderWay] = useState<ReadonlyMap<string, VerdictKind>>(new Map());
  const [memos, setMemos] = useState<ReadonlyMap<string, string>>(new Map());
  const memoOf = (key: string) => memos.get(key) ?? '';
  const judge: Verdicts['judge'] = (differences, verdict) => {
    if (differences.length === 0) return;
    const keys = differences.map(({ key }) => key);
    setUnderWay((now) => new Map([...now, ...keys.map((key) => [key, verdict] as const)]));
    announce(VERDICT_WORDS[verdict]);
    void steps
      .send({
        step: 'judge',
        body: {
          verdicts: differences.map(({ key, cents }) => ({ key, cents, verdict, memo: memoOf(key).trim() })),
        },
        verb: { accept: 'Accept', dispute: 'Dispute', credit: 'Claim' }[verdict],
        onDone: ({ card: { bill } }) => {
          if (bill.reconciled) announce(`Nothing is open. Bill ${bill.number} is reconciled.`, 'assertive');
        },
      })
      .then(() =>
        setUnderWay(
          (now) => new Map([...now].filter(([key, said]) => !keys.includes(key) || said !== verdict)),
        ),
      );
  };
  return {
    underWay,
    memoOf,
    setMemo: (key, memo) => setMemos((now) => new Map([...now, [key, memo]])),
    judge,
  };
}

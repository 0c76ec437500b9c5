import type { ReactNode } from 'react';
import type { BillCardView, BillWritten } from '#contract/bill.ts';
import type { BillStep } from '../../data/bills.ts';
import { billMutations, billVersions } from '../../data/bills.ts';
import { type RecordAsk, useRecordSteps } from '../../parts/use-record-steps.tsx';

export type Step = BillStep | 'books';
export type StepAsk = RecordAsk<Step, BillWritten>;
export type BillSteps = {
  readonly send: (ask: StepAsk) => Promise<boolean>;
  /** The step under way. */
  readonly sending: Step | null;
  /** Render once. */
  readonly dialog: ReactNode;
};

/** Every step on a bill, with what may follow. Without a `base` it is decided on the bill as it is on screen. */
export function useBillSteps(card: BillCardView): BillSteps {
  const { id } = card.bill;
  const steps = useRecordSteps<Step, BillWritten>({
    kind: 'bill',
    id,
    word: 'bill',
    mutation: (step) =>
      (step === 'books' ? billMutations.inBooks(id) : billMutations.step(step, id)) as never,
  });
  return { ...steps, send: (ask) => steps.send({ base: billVersions(card), ...ask }) };
}

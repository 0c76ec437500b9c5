import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BillSummary, BillsWritten } from '#contract/bill.ts';
import { MOST_BILLS_AT_ONCE } from '#contract/bulk-limit.ts';
import { cents } from '#domain/money.ts';
import { billMutations } from '../../data/bills.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { formatMoney } from '../../lib/format.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { OutcomeTable } from '../../parts/bulk/outcome-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type ManyStep, outcomesOf } from './bill-outcomes.ts';
import { BillStatusBadge } from './bill-status.tsx';

const STEPS: Readonly<Record<ManyStep, { button: string; description: string }>> = {
  agree: {
    button: 'Reconcile',
    description:
      'Their papers are here and say what was expected. One with an open difference stays as it is.',
  },
  post: {
    button: 'Post',
    description: 'They go into the books. Until they are exported they can be taken back.',
  },
  unpost: {
    button: 'Take back',
    description: 'They come back out of the books, as if they had not been posted.',
  },
  export: {
    button: 'Mark as exported',
    description:
      'The accounting program has them. What is wrong with one from now on is made good by a credit.',
  },
};

export type Asked = { readonly step: ManyStep; readonly bills: readonly BillSummary[] };
export type BillsBulkProps = { selected: readonly BillSummary[]; onAsk: (asked: Asked) => void };

/** What can be done with the bills selected. */
export function BillsBulk({ selected, onAsk }: BillsBulkProps) {
  const user = useCurrentUser();
  const whyNot = (step: ManyStep) => {
    if (!mayCall(user, step === 'agree' ? 'bills.agreeMany' : 'bills.books'))
      return refusalText('session.forbidden');
    return selected.length > MOST_BILLS_AT_ONCE
      ? `At most ${MOST_BILLS_AT_ONCE} bills in one step. Select fewer.`
      : undefined;
  };
  return (Object.keys(STEPS) as ManyStep[]).map((step) => (
    <Button key={step} disabledReason={whyNot(step)} onClick={() => onAsk({ step, bills: selected })}>
      {STEPS[step].button}…
    </Button>
  ));
}

export type StepOnManyProps = Asked & {
  /** The list as it is by now: some leave it with the step. */
  newest: readonly BillSummary[];
  onClose: (isDone: boolean) => void;
};

/** Asked for once more, then each bill with what became of it: nothing of it is done or refused unseen. */
export function StepOnMany({ step, bills, newest, onClose }: StepOnManyProps) {
  const wording = useValueWording();
  const agree = useMutation(billMutations.agreeMany());
  const books = useMutation(billMutations.books());
  const [written, setWritten] = useState<BillsWritten | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { button, description } = STEPS[step];
  const counted = `${bills.length} ${bills.length === 1 ? 'bill' : 'bills'}`;
  async function send() {
    // Asked again after somebody's change, it is decided on what the list shows by now.
    const expected = bills.map(({ id, version }) => ({
      kind: 'bill' as const,
      id,
      version: newest.find((one) => one.id === id)?.version ?? version,
    }));
    setError(null);
    try {
      setWritten(
        step === 'agree'
          ? await agree.mutateAsync({ expected })
          : await books.mutateAsync({ command: step, expected }),
      );
    } catch (problem) {
      setError(problem);
    }
  }
  const outcomes = written && outcomesOf(step, bills, written, wording);
  const done = outcomes ? [...outcomes.values()].filter(({ isDone }) => isDone).length : 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose(written !== null)}
      title={`${button}: ${counted}`}
      description={written ? undefined : description}
      width="wide"
      keepOnOutsidePress
      footer={
        written ? (
          <Button size="form" variant="primary" onClick={() => onClose(true)}>
            Close
          </Button>
        ) : (
          <>
            <Button size="form" onClick={() => onClose(false)}>
              Leave them as they are
            </Button>
            <Button
              size="form"
              type="submit"
              variant="primary"
              busy={agree.isPending || books.isPending}
              onClick={() => void send()}
            >
              {button} {counted}
            </Button>
          </>
        )
      }
    >
      {outcomes && (
        <p role="status" className="pb-2">
          {done === bills.length
            ? `Done: all ${counted}.`
            : `Done: ${done}. Refused, and as before: ${bills.length - done}.`}
        </p>
      )}
      <OutcomeTable
        rows={bills}
        heads={['Bill', 'Vendor', 'Payable']}
        party={({ vendorName }) => vendorName}
        amount={({ payableCents, currency }) => formatMoney(cents(payableCents), currency)}
        status={({ status }) => <BillStatusBadge status={status} />}
        outcomes={outcomes}
      />
      <div className="pt-2 empty:hidden">
        <ProblemNote error={error} wording={wording} />
      </div>
    </Dialog>
  );
}

import { useEffect, useRef, useState } from 'react';
import type { BillCardView } from '#contract/bill.ts';
import type { Day } from '#domain/time.ts';
import { billVersions } from '../../../data/bills.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Section } from '../../../parts/section.tsx';
import { useGuardedClose } from '../../../parts/use-guarded-close.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProblemBanner } from '../../../ui/problem-banner.tsx';
import { shortcutLabel } from '../../../ui/shortcut.ts';
import { matchTotals } from '../match-totals.ts';
import type { BillSteps } from '../use-bill-steps.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { useEntry } from './use-entry.ts';

export type EnterPanelProps = { card: BillCardView; steps: BillSteps; today: Day; onClose: () => void };

/** The vendor's paper, beginning with what was expected; once it is sent it stands as it is. */
export function EnterPanel({ card, steps, onClose }: EnterPanelProps) {
  // As it was when it was opened: what changed since is told before it is decided on.
  const [opened] = useState(card);
  const [error, setError] = useState<unknown>(null);
  const [isSent, setSent] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const { bill, lines } = opened;
  const form = useEntry({
    lines,
    expected: bill.expected,
    vendorInvoiceNumber: bill.vendorInvoiceNumber,
    billDate: bill.billDate,
    needsNumber: bill.vendorInvoiceNumber !== '',
  });
  const { close, guard } = useGuardedClose(form.isDirty && !isSent, onClose);
  // On the first figure: the number and the day mostly came with the goods.
  useEffect(() => frame.current?.querySelector<HTMLElement>('[data-cell]')?.focus(), []);
  async function send(): Promise<void> {
    if (steps.sending !== null) return;
    const body = form.ask();
    setError(null);
    if (!body) {
      requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const { vendorInvoiceNumber, ...paper } = body;
    setSent(true);
    const isDone = await steps.send({
      step: 'enter',
      body: { ...paper, ...(vendorInvoiceNumber ? { vendorInvoiceNumber } : {}) },
      verb: 'Enter them',
      base: billVersions(opened),
      onRefused: setError,
      onDone: onClose,
    });
    if (!isDone) setSent(false);
  }
  return (
    <Section title="The vendor’s figures">
      <div ref={frame}>
        {(card.bill.billed || card.bill.canceled) && (
          <div className="px-3 pt-2">
            <ProblemBanner
              tone="warning"
              messages={[
                card.bill.canceled
                  ? 'This bill was canceled meanwhile. What you typed is still here to read.'
                  : 'Somebody entered the figures of this paper meanwhile. What you typed is still here to compare.',
              ]}
            />
          </div>
        )}
        <EntryFrame
          form={form}
          currency={bill.currency}
          expected={matchTotals({ ...opened, bill: { ...bill, billed: null } }).at(-1)!.expected}
          onSend={() => void send()}
          foot={
            <>
              <ProblemNote error={error} />
              <div className="flex flex-wrap items-center justify-end gap-2">
                <Button onClick={close}>Cancel</Button>
                <Button
                  variant="primary"
                  busy={steps.sending === 'enter'}
                  shortcut={shortcutLabel('Mod+Enter')}
                  onClick={() => void send()}
                >
                  Enter the paper
                </Button>
              </div>
            </>
          }
        />
      </div>
      {guard}
    </Section>
  );
}

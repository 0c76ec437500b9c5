import { useState } from 'react';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { cents } from '#domain/money.ts';
import { totalsOf } from '#domain/purchasing/amounts.ts';
import { needsApproval } from '#domain/purchasing/approval.ts';
import { REJECTION_REASONS } from '#domain/purchasing/purchase-order.ts';
import type { Instant } from '#domain/time.ts';
import { cardOf } from '../../data/purchase-orders.ts';
import { formatDayTime, formatMoney } from '../../lib/format.ts';
import { REJECTION_WORDS } from '../../lib/order-words.ts';
import { wordedOptions } from '../../parts/list-filters.tsx';
import { Section } from '../../parts/section.tsx';
import { StepDialog } from '../../parts/step-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { ApprovalBadge } from './status-look.tsx';
import type { WhyNot } from './use-order-commands.ts';
import type { OrderSteps } from './use-order-step.tsx';

export type OrderApprovalProps = { card: OrderCardView; zone: string; whyNot: WhyNot; steps: OrderSteps };

/** Who asks to buy for how much, and the yes or no of somebody else. Not there where nobody has to ask. */
export function OrderApproval({ card, zone, whyNot, steps }: OrderApprovalProps) {
  const [isRejecting, setRejecting] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const { order, asking } = card;
  const { approval } = order;
  const { totalCents } = totalsOf(cardOf(card));
  const money = (amount: number) => formatMoney(cents(amount), order.currency);
  const { authorLimitCents } = asking;
  const isNeeded =
    order.status === 'Pending' &&
    needsApproval(cardOf(card), authorLimitCents === null ? null : cents(authorLimitCents));
  if (approval === null) {
    if (!isNeeded || authorLimitCents === null) return null;
    return (
      <Section title="Approval">
        <p className="px-3 py-2">
          The order comes to {money(totalCents)}; its author may spend {money(authorLimitCents)} alone. Submit
          it, and somebody with a higher limit approves it.
        </p>
      </Section>
    );
  }
  const { requested, decided } = approval;
  const said = (who: { byName: string; at: string }) =>
    `${who.byName}, ${formatDayTime(who.at as Instant, zone)}`;
  const isWaiting = approval.status === 'PendingApproval';
  const approve = () =>
    void steps.send({
      step: 'approve',
      body: { memo: '' },
      verb: 'Approve',
      done: `Order ${order.number} is approved`,
    });
  return (
    <Section title="Approval">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-3 py-2">
        <ApprovalBadge status={approval.status} />
        <div className="min-w-0 flex-1 basis-60 wrap-anywhere">
          <p>
            Asked for by {said(requested)}
            {isWaiting && `, for ${money(totalCents)}`}
          </p>
          {decided && (
            <p>
              {approval.status === 'Approved' ? 'Approved' : 'Rejected'} by {said(decided)}
              {approval.approvedCents !== null && `, up to ${money(approval.approvedCents)}`}
              {approval.reason !== null && `: ${REJECTION_WORDS[approval.reason].toLowerCase()}`}
            </p>
          )}
          {approval.memo && (
            <p className="text-muted">
              <bdi>{approval.memo}</bdi>
            </p>
          )}
        </div>
        {isWaiting && (
          <div className="flex gap-2" data-print="hide">
            <Button disabledReason={whyNot('reject')} onClick={() => setRejecting(true)}>
              Reject…
            </Button>
            <Button
              variant="primary"
              busy={steps.sending === 'approve'}
              disabledReason={whyNot('approve')}
              onClick={approve}
            >
              Approve
            </Button>
          </div>
        )}
      </div>
      {isRejecting && (
        <StepDialog
          title={`Reject order ${order.number}?`}
          description={`${requested.byName} is told why on this page, and changes it or cancels it.`}
          action="Reject"
          danger
          reasons={wordedOptions(REJECTION_REASONS, REJECTION_WORDS)}
          longestMemo={LONGEST_ORDER.memo}
          busy={steps.sending === 'reject'}
          error={refused}
          onClose={() => {
            setRejecting(false);
            setRefused(null);
          }}
          onGive={({ reason, memo }) =>
            reason &&
            void steps.send({
              step: 'reject',
              body: { reason, memo },
              verb: 'Reject',
              done: `Order ${order.number} is rejected`,
              onRefused: setRefused,
              onDone: () => setRejecting(false),
            })
          }
        />
      )}
    </Section>
  );
}

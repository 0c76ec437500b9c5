import { useState } from 'react';
import type { OrderSend } from '#contract/order-send.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Instant } from '#domain/time.ts';
import { formatDayTime } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemBanner } from '../../../ui/problem-banner.tsx';
import type { WhyNot } from '../use-order-commands.ts';
import type { OrderSteps } from '../use-order-step.tsx';
import { SendDialog } from './send-dialog.tsx';
import { sendTrouble, whyNotByMail } from './send-words.ts';

export type SendingProps = { card: OrderCardView; zone: string; whyNot: WhyNot; steps: OrderSteps };

/** Above everything else of a pending order: that its e-mail is under way, or why the last one did not go. */
export function SendingNote({ card, zone, whyNot, steps }: SendingProps) {
  const [isSending, setSending] = useState(false);
  const { order, sends } = card;
  const [last] = sends;
  if (order.status !== 'Pending' || !last) return null;
  const asked = `${last.asked.byName}, ${formatDayTime(last.asked.at as Instant, zone)}`;
  const to = last.to.join(', ');
  if (order.sending)
    return (
      <div className="mt-3">
        <ProblemBanner
          tone={last.fault ? 'warning' : 'info'}
          title="Sending…"
          messages={[
            <>
              The e-mail to <bdi>{to}</bdi> is on its way ({asked}).{' '}
              {sendTrouble(last) || 'It counts as sent once the mail server has taken it.'}
            </>,
          ]}
          actions={<StopButton card={card} send={last} whyNot={whyNot} steps={steps} />}
        />
      </div>
    );
  if (last.state !== 'Failed') return null;
  return (
    <div className="mt-3">
      <ProblemBanner
        title="Not sent"
        messages={[
          <>
            The e-mail to <bdi>{to}</bdi> did not go out ({asked}). <bdi>{sendTrouble(last)}</bdi>
          </>,
        ]}
        actions={
          <Button
            disabledReason={whyNot('startSending') ?? whyNotByMail(card)}
            onClick={() => setSending(true)}
          >
            Try again…
          </Button>
        }
      />
      {isSending && (
        <SendDialog card={card} isAgain={false} steps={steps} onClose={() => setSending(false)} />
      )}
    </div>
  );
}

type StopProps = Pick<SendingProps, 'card' | 'whyNot' | 'steps'> & { send: OrderSend };

/** Takes back an e-mail that has not gone; of one that is sent again the gate knows nothing. */
export function StopButton({ card: { order }, send, whyNot, steps }: StopProps) {
  return (
    <Button
      busy={steps.sending === 'stopSending'}
      disabledReason={send.again ? undefined : whyNot('stopSending')}
      onClick={() =>
        void steps.send({
          step: 'stopSending',
          body: { sendId: send.id },
          verb: 'Stop it',
          done: send.again
            ? 'The e-mail does not go out'
            : `Order ${order.number} is pending, and nothing was sent`,
        })
      }
    >
      Stop sending
    </Button>
  );
}

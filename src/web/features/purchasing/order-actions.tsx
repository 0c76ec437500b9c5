import { useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { receivedByLine } from '#domain/purchasing/amounts.ts';
import { CANCEL_REASONS } from '#domain/purchasing/purchase-order.ts';
import { returnableOf } from '#domain/purchasing/vendor-return.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { cardOf, orderPaperUrl, returnedIn } from '../../data/purchase-orders.ts';
import { CANCEL_WORDS } from '../../lib/order-words.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { wordedOptions } from '../../parts/list-filters.tsx';
import { openDownload } from '../../parts/open-download.ts';
import { StepDialog } from '../../parts/step-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { SaveTemplate } from './save-template.tsx';
import { SendDialog } from './sending/send-dialog.tsx';
import { whyNotByMail } from './sending/send-words.ts';
import type { WhyNot } from './use-order-commands.ts';
import type { OrderSteps } from './use-order-step.tsx';

export type OrderActionsProps = {
  card: OrderCardView;
  whyNot: WhyNot;
  steps: OrderSteps;
  isReceiving: boolean;
  onReceive: () => void;
};

type Asked = 'cancel' | 'closeShort' | 'submit' | 'send' | 'sendAgain';

/** What came can go back, unless all of it is on returns already. */
function whyNoReturn(card: OrderCardView, may: boolean): string | undefined {
  if (!may) return refusalText('session.forbidden');
  const returnable = returnableOf(cardOf(card).receipts, returnedIn(card));
  return card.lines.some(({ id }) => returnable(id) > 0)
    ? undefined
    : 'Nothing of this order is here to go back.';
}

/** What can be done with it: the step that comes next is the first button; what is not possible says why. */
export function OrderActions({ card, whyNot, steps, isReceiving, onReceive }: OrderActionsProps) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { id, number, status } = card.order;
  const given = (step: 'markSent' | 'backToPending' | 'export', verb: string, done: string) =>
    void steps.send({ step, body: {}, verb, done });
  const cannot = {
    submit: whyNot('submit'),
    send: whyNot('send'),
    mail: whyNot('startSending') ?? whyNotByMail(card),
    receive: whyNot('receive'),
    export: whyNot('export'),
  };
  // Of a pending order the one that is possible comes next; sent, its goods; all here, the books.
  const next =
    status === 'Pending'
      ? cannot.send === undefined || card.order.sending !== null
        ? 'send'
        : 'submit'
      : status === 'Received'
        ? 'export'
        : 'receive';
  // Without a mail server the vendor gets it by hand, whatever they asked for.
  const goesByMail = whyNotByMail(card) === undefined;
  useShortcut('S', () => setAsked('send'), {
    enabled: status === 'Pending' && cannot.mail === undefined && asked === null,
  });
  const look = (step: typeof next) => (next === step ? ('primary' as const) : undefined);
  const isDone = status === 'Exported' || status === 'Canceled';
  return (
    <>
      <Menu
        trigger={
          <IconButton
            label="More"
            tooltip={false}
            size="form"
            variant="secondary"
            icon={<Ellipsis aria-hidden />}
          />
        }
        entries={[
          {
            label: 'Duplicate',
            disabledReason: mayCall(user, 'purchaseOrders.create')
              ? undefined
              : refusalText('session.forbidden'),
            onSelect: () => void navigate({ href: `/purchase-orders/new?from=${id}` }),
          },
          {
            label: 'Return to vendor…',
            disabledReason: whyNoReturn(card, mayCall(user, 'vendorReturns.create')),
            onSelect: () => void navigate({ href: `/vendor-returns/new?ofOrder=${id}` }),
          },
          {
            label: 'Save as template…',
            disabledReason: mayCall(user, 'orderTemplates.create')
              ? undefined
              : refusalText('session.forbidden'),
            onSelect: () => setSaving(true),
          },
          { label: 'Paper as PDF', onSelect: () => openDownload(orderPaperUrl(id, 'pdf')) },
          { label: 'Paper as Excel', onSelect: () => openDownload(orderPaperUrl(id, 'xlsx')) },
          {
            label: 'Send again…',
            disabledReason: whyNot('sendAgain') ?? whyNotByMail(card),
            onSelect: () => setAsked('sendAgain'),
          },
          null,
          {
            label: 'Back to pending',
            disabledReason: whyNot('backToPending'),
            onSelect: () => given('backToPending', 'Take it back', `Order ${number} is pending again`),
          },
          {
            label: 'Close short…',
            disabledReason: whyNot('closeShort'),
            onSelect: () => setAsked('closeShort'),
          },
          {
            label: 'Export',
            disabledReason: cannot.export,
            onSelect: () => given('export', 'Export', `Order ${number} is in the books`),
          },
          null,
          {
            label: 'Cancel order…',
            danger: true,
            disabledReason: whyNot('cancel'),
            onSelect: () => setAsked('cancel'),
          },
        ]}
      />
      {!isDone && status === 'Pending' && (
        <>
          <Button
            size="form"
            variant={look('submit')}
            disabledReason={cannot.submit}
            onClick={() => setAsked('submit')}
          >
            Submit…
          </Button>
          <Button
            size="form"
            variant={goesByMail ? undefined : look('send')}
            busy={steps.sending === 'markSent'}
            disabledReason={cannot.send}
            onClick={() => given('markSent', 'Mark as sent', `Order ${number} is sent`)}
          >
            Mark as sent
          </Button>
          <Button
            size="form"
            variant={goesByMail ? look('send') : undefined}
            shortcut="S"
            disabledReason={cannot.mail}
            onClick={() => setAsked('send')}
          >
            Send…
          </Button>
        </>
      )}
      {!isDone && status === 'Received' && (
        <Button
          size="form"
          variant={look('export')}
          busy={steps.sending === 'export'}
          disabledReason={cannot.export}
          onClick={() => given('export', 'Export', `Order ${number} is in the books`)}
        >
          Export
        </Button>
      )}
      <Button
        size="form"
        variant={look('receive')}
        disabledReason={isReceiving ? 'The goods are being received below.' : cannot.receive}
        shortcut="R"
        onClick={onReceive}
      >
        Receive
      </Button>
      {isSaving && <SaveTemplate orderId={id} onClose={() => setSaving(false)} />}
      {asked && (
        <AskedStep key={asked} asked={asked} card={card} steps={steps} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

type AskedStepProps = { asked: Asked; card: OrderCardView; steps: OrderSteps; onClose: () => void };

function AskedStep({ asked, card, steps, onClose }: AskedStepProps) {
  const [error, setError] = useState<unknown>(null);
  const { number } = card.order;
  const common = { busy: steps.sending !== null, error, onClose, longestMemo: LONGEST_ORDER.memo };
  const outcome = { onRefused: setError, onDone: onClose };
  if (asked === 'send' || asked === 'sendAgain')
    return <SendDialog card={card} isAgain={asked === 'sendAgain'} steps={steps} onClose={onClose} />;
  if (asked === 'cancel')
    return (
      <StepDialog
        {...common}
        title={`Cancel order ${number}?`}
        description="It stays in the list, and nothing can be received of it. The vendor is not told by this."
        action="Cancel order"
        danger
        reasons={wordedOptions(CANCEL_REASONS, CANCEL_WORDS)}
        onGive={({ reason, memo }) =>
          reason &&
          void steps.send({
            step: 'cancel',
            body: { reason, memo },
            verb: 'Cancel it',
            done: `Order ${number} is canceled`,
            ...outcome,
          })
        }
      />
    );
  if (asked === 'submit')
    return (
      <StepDialog
        {...common}
        title={`Submit order ${number} for approval?`}
        description="Somebody who may spend as much sees it and says yes or no. Until then it cannot be sent."
        action="Submit"
        onGive={({ memo }) =>
          void steps.send({
            step: 'submit',
            body: { memo },
            verb: 'Submit',
            done: `Order ${number} waits for approval`,
            ...outcome,
          })
        }
      />
    );
  const came = receivedByLine(cardOf(card).receipts).size > 0;
  return (
    <StepDialog
      {...common}
      title={`Close order ${number} short?`}
      description={
        came
          ? 'The rest is not waited for: what was ordered becomes what came, and the order counts as received.'
          : 'Nothing of it came, so the order is canceled.'
      }
      action={came ? 'Close short' : 'Close and cancel'}
      danger={!came}
      needsMemo
      onGive={({ memo }) =>
        void steps.send({
          step: 'closeShort',
          body: { memo },
          verb: 'Close it',
          done: came ? `Order ${number} is closed short` : `Order ${number} is canceled`,
          ...outcome,
        })
      }
    />
  );
}

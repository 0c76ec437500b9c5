import { Ellipsis, Printer } from 'lucide-react';
import { useState } from 'react';
import type { CustomerPaymentView } from '#contract/payment.ts';
import type { Day } from '#domain/time.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { Application } from '../payment-applications.tsx';
import { MoveDialog, UnapplyDialog } from './application-dialogs.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { BounceDialog } from './bounce-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import type { WhyNot } from './use-why-not.ts';
import { VoidDialog } from './void-dialog.tsx';

export type PaymentActionsProps = { payment: CustomerPaymentView; today: Day; whyNot: WhyNot };

/** What can be done with it; what is not possible says why. */
export function PaymentActions({ payment, today, whyNot }: PaymentActionsProps) {
  const [asked, setAsked] = useState<'apply' | 'refund' | 'bounce' | 'edit' | 'void' | null>(null);
  const onClose = () => setAsked(null);
  const { id, number, currency, customerId, unappliedCents, kind } = payment;
  const common = { payment, today, onClose };
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
          { label: 'Correct…', disabledReason: whyNot('editMemo'), onSelect: () => setAsked('edit') },
          { label: 'Refund…', disabledReason: whyNot('refund'), onSelect: () => setAsked('refund') },
          null,
          {
            label: 'It bounced…',
            danger: true,
            disabledReason: whyNot('bounce'),
            onSelect: () => setAsked('bounce'),
          },
          {
            label: 'Make void…',
            danger: true,
            disabledReason: whyNot('void'),
            onSelect: () => setAsked('void'),
          },
        ]}
      />
      <Button size="form" icon={<Printer aria-hidden />} onClick={() => window.print()}>
        Print
      </Button>
      {kind !== 'Refund' && (
        <Button
          size="form"
          variant="primary"
          disabledReason={whyNot('apply')}
          onClick={() => setAsked('apply')}
        >
          Apply…
        </Button>
      )}
      {asked === 'apply' && (
        <ApplyDialog
          customerId={customerId}
          credit={{ kind: 'payment', id, number, currency, openCents: -unappliedCents }}
          today={today}
          onClose={onClose}
        />
      )}
      {asked === 'refund' && <RefundDialog {...common} />}
      {asked === 'bounce' && <BounceDialog {...common} />}
      {asked === 'edit' && <EditDialog {...common} memoOnly={whyNot('edit')} />}
      {asked === 'void' && <VoidDialog payment={payment} onClose={onClose} />}
    </>
  );
}

export type ApplicationActionsProps = {
  payment: CustomerPaymentView;
  application: Application;
  whyNot: WhyNot;
};

/** In the row of what it was applied to. */
export function ApplicationActions({ payment, application, whyNot }: ApplicationActionsProps) {
  const [asked, setAsked] = useState<'unapply' | 'move' | null>(null);
  const common = { payment, application, onClose: () => setAsked(null) };
  const what = application.other ? ` ${application.other.number}` : '';
  return (
    <>
      <Button
        variant="ghost"
        aria-label={`Take back from${what}`}
        disabledReason={whyNot('unapply')}
        onClick={() => setAsked('unapply')}
      >
        Take back
      </Button>
      {application.other?.kind === 'invoice' && (
        <Button
          variant="ghost"
          aria-label={`Move from${what}`}
          disabledReason={whyNot('move')}
          onClick={() => setAsked('move')}
        >
          Move
        </Button>
      )}
      {asked === 'unapply' && <UnapplyDialog {...common} />}
      {asked === 'move' && <MoveDialog {...common} />}
    </>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { InvoiceCardView } from '#contract/invoice.ts';
import { REVIEW_STATUSES } from '#domain/invoices/invoice.ts';
import { LONGEST_INVOICE } from '#domain/lengths.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { invoicePaperUrl } from '../../data/statements.ts';
import { REVIEW_WORDS } from '../../lib/invoice-words.ts';
import { mayCall } from '../../lib/session.ts';
import { StepDialog } from '../../parts/step-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { DiscountDialog } from './discount-dialog.tsx';
import { MailDialog } from './mail-dialog.tsx';
import type { InvoiceSteps } from './use-invoice-steps.tsx';
import type { WhyNot } from './use-why-not.ts';

export type InvoiceActionsProps = { card: InvoiceCardView; whyNot: WhyNot; steps: InvoiceSteps };

/** What can be done with it: what comes next is the first button; what is not possible says why. */
export function InvoiceActions({ card, whyNot, steps }: InvoiceActionsProps) {
  const user = useCurrentUser();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'discount' | 'void' | 'correct' | 'mail' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { invoice } = card;
  const { id, number, balanceCents } = invoice;
  const mayWrite = mayCall(user, 'invoices.review');
  const review = (reviewStatus: (typeof REVIEW_STATUSES)[number]) =>
    void steps.send({
      step: 'review',
      body: { reviewStatus },
      verb: REVIEW_WORDS[reviewStatus],
      done: `Invoice ${number}: ${REVIEW_WORDS[reviewStatus].toLowerCase()}`,
    });
  const isLooked = invoice.reviewStatus === 'Reviewed';
  useShortcut('R', () => review('Reviewed'), {
    enabled: mayWrite && !isLooked && whyNot('review') === undefined && asked === null,
  });
  const aboutIt = (kind: 'Adjustment' | 'Financing' | 'WriteOff') => () =>
    void navigate({ to: '/invoices/new', search: { kind, about: id } });
  const nothingOwed = balanceCents > 0 ? undefined : 'Nothing is owed on it.';
  const voided = invoice.isVoid ? 'It is void.' : undefined;
  return (
    <>
      {mayWrite && (
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
                label: 'Discount…',
                disabledReason: whyNot('editItems'),
                onSelect: () => setAsked('discount'),
              },
              null,
              { label: 'E-mail…', disabledReason: voided, onSelect: () => setAsked('mail') },
              { label: 'PDF', onSelect: () => window.open(invoicePaperUrl(id)) },
              null,
              {
                label: 'Correct…',
                disabledReason: whyNot('correct'),
                onSelect: () => setAsked('correct'),
              },
              { label: 'Write an adjustment…', disabledReason: voided, onSelect: aboutIt('Adjustment') },
              {
                label: 'Finance it…',
                disabledReason: voided ?? nothingOwed,
                onSelect: aboutIt('Financing'),
              },
              { label: 'Write off…', disabledReason: voided ?? nothingOwed, onSelect: aboutIt('WriteOff') },
              null,
              {
                label: 'Make void…',
                danger: true,
                disabledReason: whyNot('void'),
                onSelect: () => {
                  setError(null);
                  setAsked('void');
                },
              },
            ]}
          />
          <Menu
            trigger={
              <Button size="form" busy={steps.sending === 'review'} disabledReason={whyNot('review')}>
                Review ▾
              </Button>
            }
            entries={REVIEW_STATUSES.map((status) => ({
              label: REVIEW_WORDS[status],
              shortcut: status === 'Reviewed' ? 'R' : undefined,
              disabledReason: status === invoice.reviewStatus ? 'That is what it says now.' : undefined,
              onSelect: () => review(status),
            }))}
          />
        </>
      )}
      {mayCall(user, 'payments.create') && (
        <Button
          size="form"
          variant="primary"
          disabledReason={whyNot('apply') ?? nothingOwed}
          onClick={() => void navigate({ to: '/payments/new', search: { invoiceId: id } })}
        >
          Take payment
        </Button>
      )}
      {asked === 'discount' && <DiscountDialog card={card} steps={steps} onClose={() => setAsked(null)} />}
      {asked === 'correct' && <CorrectDialog card={card} onClose={() => setAsked(null)} />}
      {asked === 'mail' && <MailDialog card={card} onClose={() => setAsked(null)} />}
      {asked === 'void' && (
        <StepDialog
          title={`Make invoice ${number} void?`}
          description="It stays in the list with its number, nothing is owed on it, and it is not taken back."
          action="Make it void"
          danger
          needsMemo
          longestMemo={LONGEST_INVOICE.memo}
          busy={steps.sending === 'void'}
          error={error}
          onGive={({ memo }) =>
            void steps.send({
              step: 'void',
              body: { memo },
              verb: 'Make void',
              done: `Invoice ${number} is void`,
              onRefused: setError,
              onDone: () => setAsked(null),
            })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

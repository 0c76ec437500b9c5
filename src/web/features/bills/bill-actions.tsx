import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { BillCardView } from '#contract/bill.ts';
import type { BooksCommand } from '#domain/bills/books.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { BillSteps } from './use-bill-steps.tsx';
import type { WhyNot } from './use-why-not.ts';

export type BillActionsProps = {
  card: BillCardView;
  whyNot: WhyNot;
  steps: BillSteps;
  isEntering: boolean;
  onAgree: () => void;
  onEnter: () => void;
};

const ENTERING = 'Its figures are being entered below.';
const BOOKS: Readonly<Record<BooksCommand, { verb: string; done: string }>> = {
  post: { verb: 'Post', done: 'posted' },
  unpost: { verb: 'Take back', done: 'back out of the books' },
  export: { verb: 'Mark as exported', done: 'marked as exported' },
};

/** What can be done with it: what comes next is the first button; what is not possible says why. */
export function BillActions({ card, whyNot, steps, isEntering, onAgree, onEnter }: BillActionsProps) {
  const [isCanceling, setCanceling] = useState(false);
  const { bill } = card;
  const inBooks = (command: BooksCommand) =>
    void steps.send({
      step: 'books',
      body: { command },
      verb: BOOKS[command].verb,
      done: `Bill ${bill.number} is ${BOOKS[command].done}`,
    });
  const takingBack = takingBackOf(bill);
  const next: BooksCommand = bill.syncStatus === 'Pending' ? 'post' : 'export';
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
          { label: 'Post', disabledReason: whyNot('post'), onSelect: () => inBooks('post') },
          {
            label: 'Take back out of the books',
            disabledReason: whyNot('unpost'),
            onSelect: () => inBooks('unpost'),
          },
          {
            label: 'Mark as exported',
            disabledReason: whyNot('export'),
            onSelect: () => inBooks('export'),
          },
          null,
          {
            label: takingBack.verb,
            danger: true,
            disabledReason: whyNot('cancel'),
            onSelect: () => setCanceling(true),
          },
        ]}
      />
      {!bill.reconciled && !bill.canceled && (
        <>
          {!bill.billed && (
            <Button
              size="form"
              shortcut="E"
              disabledReason={isEntering ? ENTERING : whyNot('enter')}
              onClick={onEnter}
            >
              Enter figures
            </Button>
          )}
          <Button
            size="form"
            variant="primary"
            shortcut="="
            busy={steps.sending === 'agree'}
            disabledReason={isEntering ? ENTERING : whyNot('agree')}
            onClick={onAgree}
          >
            {bill.billed ? 'Reconcile' : 'The paper says the same'}
          </Button>
        </>
      )}
      {bill.reconciled && bill.syncStatus !== 'Exported' && (
        <Button
          size="form"
          variant="primary"
          busy={steps.sending === 'books'}
          disabledReason={whyNot(next)}
          onClick={() => inBooks(next)}
        >
          {BOOKS[next].verb}
        </Button>
      )}
      <ConfirmDialog
        open={isCanceling}
        onOpenChange={setCanceling}
        title={takingBack.title}
        description={takingBack.description}
        action={takingBack.action}
        danger
        busy={steps.sending === 'cancel'}
        onConfirm={() =>
          void steps
            .send({
              step: 'cancel',
              body: {},
              verb: takingBack.action,
              done: takingBack.done,
            })
            .then(() => setCanceling(false))
        }
      />
    </>
  );
}

/** Nothing that was accepted is rewritten: it is made good by another, and both stay. */
function takingBackOf({ number, kind, reconciled, returnId }: BillCardView['bill']) {
  if (!reconciled) {
    return {
      verb: 'Cancel bill…',
      title: `Cancel bill ${number}?`,
      description:
        'It stays in the list, nothing is owed by it, and it is not counted against the order any more.',
      action: 'Cancel bill',
      done: `Bill ${number} is canceled`,
    };
  }
  const what = kind === 'Credit' ? 'credit' : 'bill';
  return {
    verb: `Make this ${what} good…`,
    title: `Make ${what} ${number} good?`,
    description: `It stays as it is, in the books, too. A ${what === 'bill' ? 'credit' : 'document'} of the same amount the other way round is made and linked to it, takes from the average cost what this one brought, and goes against it when the vendor is paid.${
      returnId === null ? '' : ' The return then waits for the vendor’s credit again.'
    }`,
    action: 'Make it good',
    done: `${what === 'bill' ? 'Bill' : 'Credit'} ${number} is made good`,
  };
}

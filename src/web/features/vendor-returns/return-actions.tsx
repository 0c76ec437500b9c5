import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { CreditDialog } from './credit-dialog.tsx';
import { type ReturnSteps, useWhyNot } from './use-return-steps.ts';

export type ReturnActionsProps = {
  card: ReturnCardView;
  steps: ReturnSteps;
  isEditing: boolean;
  onEdit: () => void;
};

/** What can be done with it: the step that comes next is the first button; what is not possible says why. */
export function ReturnActions({ card, steps, isEditing, onEdit }: ReturnActionsProps) {
  const whyNot = useWhyNot(card);
  const [asked, setAsked] = useState<'cancel' | 'credit' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { number, status, returned, takesFromStock } = card.vendorReturn;
  const open = (question: 'cancel' | 'credit') => {
    setError(null);
    setAsked(question);
  };
  const close = () => setAsked(null);
  const outcome = { onRefused: setError, onDone: close };
  const cannot = {
    edit: isEditing ? 'It is open below.' : whyNot('edit'),
    sendBack: isEditing ? 'Save what is open below first.' : whyNot('sendBack'),
    receiveCredit: whyNot('receiveCredit'),
  };
  useShortcut('E', onEdit, { enabled: cannot.edit === undefined });
  const isDone = status === 'CreditReceived' || status === 'Canceled';
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
            label: 'Cancel return…',
            danger: true,
            disabledReason: whyNot('cancel'),
            onSelect: () => open('cancel'),
          },
        ]}
      />
      {status === 'Pending' && (
        <>
          <Button size="form" shortcut="E" disabledReason={cannot.edit} onClick={onEdit}>
            Edit
          </Button>
          <Button
            size="form"
            variant="primary"
            busy={steps.sending === 'sendBack'}
            disabledReason={cannot.sendBack}
            onClick={() =>
              void steps.send({
                step: 'sendBack',
                body: {},
                verb: 'Send it back',
                done: `Return ${number} went back`,
              })
            }
          >
            Send back
          </Button>
        </>
      )}
      {!isDone && (
        <Button
          size="form"
          variant={status === 'Returned' ? 'primary' : undefined}
          disabledReason={cannot.receiveCredit}
          onClick={() => open('credit')}
        >
          Take credit…
        </Button>
      )}
      {asked === 'credit' && (
        <CreditDialog
          card={card}
          busy={steps.sending !== null}
          error={error}
          onClose={close}
          onGive={(credit) =>
            void steps.send({
              step: 'receiveCredit',
              body: credit,
              verb: 'Take it',
              done: `The credit for return ${number} is here`,
              ...outcome,
            })
          }
        />
      )}
      <ConfirmDialog
        open={asked === 'cancel'}
        onOpenChange={(stillOpen) => !stillOpen && close()}
        title={`Cancel return ${number}?`}
        description={
          returned && takesFromStock
            ? 'The goods lie on their shelves again, with their numbers. The vendor is not told by this.'
            : 'It stays in the list. Nothing has left a shelf for it.'
        }
        action="Cancel return"
        danger
        busy={steps.sending !== null}
        onConfirm={() =>
          void steps
            .send({
              step: 'cancel',
              body: {},
              verb: 'Cancel it',
              done: `Return ${number} is canceled`,
              onDone: close,
            })
            .then(close)
        }
      />
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Mail, Pencil, Phone, Plus, Smartphone, X } from 'lucide-react';
import { useState } from 'react';
import type { Customer, CustomerContact } from '#contract/customer.ts';
import { customerMutations } from '../../data/customers.ts';
import { formatPhone } from '../../lib/format.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { rowClass, Section, useFewRows } from '../../parts/section.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast-store.ts';
import { ReachForm } from './reach-form.tsx';

const ICONS = { Phone, Mobile: Smartphone, Email: Mail };
const shown = ({ kind, value }: CustomerContact) => (kind === 'Email' ? value : formatPhone(value));

/** How the customer is reached. Removing one is done at once and can be undone. */
export function CustomerReach({
  customer,
  lockedBecause,
}: {
  customer: Customer;
  lockedBecause: string | undefined;
}) {
  const [open, setOpen] = useState<CustomerContact | 'new' | null>(null);
  const { mutate, isPending } = useMutation(customerMutations.updateContact());
  const { undo, refusal, dismiss } = useUndo();
  const contacts = customer.contacts.filter(({ active }) => active);
  const { shown: few, more } = useFewRows(contacts);
  const remove = (contact: CustomerContact) =>
    mutate(
      { id: contact.id, changes: { active: false } },
      {
        onSuccess: ({ operationId }) =>
          toast({
            title: `Removed ${shown(contact)}`,
            tone: 'success',
            action: { label: 'Undo', act: () => undo(operationId) },
          }),
        onError: (error) => toast({ title: 'Not removed', body: errorText(error), tone: 'error' }),
      },
    );
  return (
    <Section
      title="Contacts"
      count={contacts.length}
      action={
        <Button
          variant="ghost"
          icon={<Plus aria-hidden />}
          disabledReason={lockedBecause}
          onClick={() => setOpen('new')}
        >
          New contact
        </Button>
      }
    >
      {contacts.length === 0 && <p className={`${rowClass} text-muted`}>No phone or e-mail yet.</p>}
      {few.map((contact) => {
        const Icon = ICONS[contact.kind];
        const href =
          contact.kind === 'Email'
            ? `mailto:${contact.value}`
            : `tel:${contact.value.replace(/[^\d+]/g, '')}`;
        return (
          <div key={contact.id} className={rowClass}>
            <Icon aria-label={contact.kind} className="size-4 shrink-0 text-icon" />
            <p className="min-w-0 flex-1 truncate">
              <a href={href}>{shown(contact)}</a>
              {contact.memo && <span className="text-muted"> · {contact.memo}</span>}
            </p>
            <IconButton
              label={`Change ${shown(contact)}`}
              icon={<Pencil aria-hidden />}
              disabledReason={lockedBecause}
              onClick={() => setOpen(contact)}
            />
            <IconButton
              label={`Remove ${shown(contact)}`}
              icon={<X aria-hidden />}
              disabledReason={lockedBecause}
              busy={isPending}
              onClick={() => remove(contact)}
            />
          </div>
        );
      })}
      {more}
      {open && (
        <ReachForm
          customerId={customer.id}
          contact={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
      <UndoRefusedDialog error={refusal} onClose={dismiss} />
    </Section>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Pencil, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Vendor, VendorContact } from '#contract/vendor.ts';
import { vendorMutations } from '../../data/vendors.ts';
import { formatPhone } from '../../lib/format.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { rowClass, Section, useFewRows } from '../../parts/section.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast-store.ts';
import { ContactForm } from './contact-form.tsx';

export type VendorContactsProps = { vendor: Vendor; onUndo: (operationId: number) => void };

/** Further people at the vendor. Removing one is done at once and can be undone. */
export function VendorContacts({ vendor, onUndo }: VendorContactsProps) {
  const [open, setOpen] = useState<VendorContact | 'new' | null>(null);
  const { mutate, isPending } = useMutation(vendorMutations.updateContact());
  const { shown, more } = useFewRows(vendor.contacts);
  const remove = ({ id, version, name }: VendorContact) =>
    mutate(
      { id, changes: { active: false }, expected: [{ kind: 'vendorContact', id, version }] },
      {
        onSuccess: ({ operationId }) =>
          toast({
            title: `Removed ${name}`,
            tone: 'success',
            action: { label: 'Undo', act: () => onUndo(operationId) },
          }),
        onError: (error) => toast({ title: 'Not removed', body: errorText(error), tone: 'error' }),
      },
    );
  return (
    <Section
      title="More contacts"
      count={vendor.contacts.length}
      action={
        <Button variant="ghost" icon={<Plus aria-hidden />} onClick={() => setOpen('new')}>
          New contact
        </Button>
      }
    >
      {vendor.contacts.length === 0 && <p className={`${rowClass} text-muted`}>Nobody else yet.</p>}
      {shown.map((contact) => (
        <div key={contact.id} className={rowClass}>
          <p className="m-0 min-w-0 flex-1 break-words">
            <bdi className="font-medium">{contact.name}</bdi>
            {contact.role && (
              <span className="text-muted">
                {' · '}
                <bdi>{contact.role}</bdi>
              </span>
            )}
          </p>
          {contact.phone && (
            <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`} className="shrink-0 tabular-nums">
              {formatPhone(contact.phone)}
            </a>
          )}
          {contact.email && (
            <a href={`mailto:${contact.email}`} className="min-w-0 truncate">
              {contact.email}
            </a>
          )}
          <IconButton
            label={`Change ${contact.name}`}
            icon={<Pencil aria-hidden />}
            onClick={() => setOpen(contact)}
          />
          <IconButton
            label={`Remove ${contact.name}`}
            icon={<X aria-hidden />}
            busy={isPending}
            onClick={() => remove(contact)}
          />
        </div>
      ))}
      {more}
      {open && (
        <ContactForm
          vendorId={vendor.id}
          contact={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

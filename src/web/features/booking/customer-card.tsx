import { Link } from '@tanstack/react-router';
import { Ban, Mail, Phone, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Customer } from '#contract/customer.ts';
import { dayOf } from '#domain/time.ts';
import { formatPhone } from '../../lib/format.ts';
import { TagNames } from '../../parts/tag-names.tsx';
import { BesideTheCall } from './beside-the-call.tsx';

/** Contacts beside a call; whoever has more is a company with a page of its own. */
const FEW = 5;

export type CustomerCardProps = {
  customer: Customer;
  zone: string;
  /** Only looked at while searching: not taken yet. */
  isPreview: boolean;
  mayBookDoNotService: boolean;
  /** Where the work is: the choice among the customer's locations, or the address while only looked at. */
  children: ReactNode;
};

/** Everything a CSR says back to a caller: who, where, what to know before going there, what was done lately. */
export function CustomerCard({
  customer,
  zone,
  isPreview,
  mayBookDoNotService,
  children,
}: CustomerCardProps) {
  const { name, contacts, memo, tagIds, type, doNotService, createdOn } = customer;
  const year = dayOf(createdOn, zone).slice(0, 4);
  return (
    <section
      aria-label={isPreview ? `Found: ${name}` : name}
      className="@container mt-2.5 rounded-lg border border-line bg-surface px-3 py-2.5 leading-[1.45]"
    >
      <header className="flex items-baseline gap-2">
        <h3 className="min-w-0 flex-1 truncate text-base font-semibold">
          {isPreview ? (
            <bdi>{name}</bdi>
          ) : (
            <Link to="/customers/$id" params={{ id: customer.id }} className="text-text">
              <bdi>{name}</bdi>
            </Link>
          )}
        </h3>
        <span className="shrink-0 text-xs text-muted">
          {type === 'Commercial' && 'commercial · '}since {year}
        </span>
      </header>
      {doNotService && (
        <p className="mt-1.5 flex items-start gap-1.5 rounded-md border border-danger bg-danger-soft px-2 py-1 text-danger">
          <Ban aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            <b className="font-semibold">Do not service.</b>{' '}
            {mayBookDoNotService
              ? 'You may book all the same; it is kept in the history.'
              : 'A dispatcher or admin can book it, or clear the mark.'}
          </span>
        </p>
      )}
      {tagIds.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-1">
          <TagNames ids={tagIds} />
        </p>
      )}
      {contacts.length > 0 && (
        <ul className="m-0 mt-1 list-none p-0 text-muted">
          {contacts.slice(0, FEW).map(({ id, kind, value, memo: about }) => (
            <li key={id} className="flex items-center gap-1.5">
              {kind === 'Email' ? (
                <Mail aria-label="E-mail" className="size-3.5 shrink-0 text-icon" />
              ) : (
                <Phone aria-label={kind} className="size-3.5 shrink-0 text-icon" />
              )}
              <span className="min-w-0 truncate">
                {kind === 'Email' ? value : formatPhone(value)}
                {about && ` · ${about}`}
              </span>
            </li>
          ))}
          {contacts.length > FEW && (
            <li>
              <Link to="/customers/$id" params={{ id: customer.id }} className="text-xs">
                and {contacts.length - FEW} more
              </Link>
            </li>
          )}
        </ul>
      )}
      {memo && (
        <p className="mt-1 flex items-start gap-1.5 text-muted">
          <StickyNote aria-label="Memo" className="mt-0.5 size-3.5 shrink-0 text-icon" />
          <span className="line-clamp-3 min-w-0 break-words whitespace-pre-line">{memo}</span>
        </p>
      )}
      {children}
      <BesideTheCall customerId={customer.id} zone={zone} />
    </section>
  );
}

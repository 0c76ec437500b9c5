import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Customer, CustomerContact, CustomerLocation } from '#contract/customer.ts';
import { sameContacts, samePlaces } from '#domain/customer/merge-customers.ts';
import { customerQueries } from '../../data/customers.ts';
import { formatPhone } from '../../lib/format.ts';
import { TagNames } from '../../parts/tag-names.tsx';

/** What is not chosen between: all of it stays, once. What both have is marked by the domain's rule for it. */
export function MergeKept({ keep, absorb }: { keep: Customer; absorb: Customer }) {
  const places = samePlaces(keep.locations, absorb.locations);
  const contacts = sameContacts(keep.contacts, absorb.contacts);
  const nobody = new Set<number>();
  return (
    <>
      <Kept label="Tags" note="all of them stay" sides={[keep, absorb].map(tagsOf)} />
      <Kept
        label="Locations"
        note="the same place is kept once"
        sides={[placesOf(keep, nobody), placesOf(absorb, new Set(places.keys()))]}
      />
      <Kept
        label="Contacts"
        note="the same number is kept once"
        sides={[contactsOf(keep, nobody), contactsOf(absorb, contacts)]}
      />
      <Kept
        label="Jobs"
        note="all of them stay"
        sides={[keep, absorb].map(({ id }) => <JobCount key={id} id={id} />)}
      />
      <Kept
        label="External key"
        note="each keeps its own"
        sides={[keep, absorb].map(({ externalKey }) => externalKey ?? none)}
      />
    </>
  );
}

const none = <span className="text-faint">none</span>;
const tagsOf = ({ tagIds }: Customer): ReactNode =>
  tagIds.length > 0 ? (
    <span className="flex flex-wrap gap-1">
      <TagNames ids={tagIds} />
    </span>
  ) : (
    none
  );

type Line = { readonly id: number; readonly text: string };
/** @param twins those the kept customer has already */
const linesOf = (lines: readonly Line[], twins: ReadonlySet<number>): ReactNode =>
  lines.length > 0 ? (
    <ul>
      {lines.map(({ id, text }) => (
        <li key={id}>
          <bdi>{text}</bdi>
          {twins.has(id) && <span className="text-muted"> · the same</span>}
        </li>
      ))}
    </ul>
  ) : (
    none
  );
const placesOf = ({ locations }: Customer, twins: ReadonlySet<number>) =>
  linesOf(
    locations.filter(({ active }) => active).map((place) => ({ id: place.id, text: placeText(place) })),
    twins,
  );
const placeText = ({ street, unit, city }: CustomerLocation) =>
  [[street, unit].filter(Boolean).join(' '), city].filter(Boolean).join(', ');
const contactsOf = ({ contacts }: Customer, twins: ReadonlySet<number>) =>
  linesOf(
    contacts.map((contact) => ({ id: contact.id, text: contactText(contact) })),
    twins,
  );
const contactText = ({ kind, value }: CustomerContact) => (kind === 'Email' ? value : formatPhone(value));

function JobCount({ id }: { id: number }) {
  const { data } = useQuery(customerQueries.overview(id));
  return <span className="tabular-nums">{data ? data.jobCount || none : '…'}</span>;
}

function Kept({ label, note, sides }: { label: string; note: string; sides: readonly ReactNode[] }) {
  const [keep, absorb] = sides;
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-1.5 pr-3 font-normal text-muted">
        {label}
        <span className="block text-xs text-faint">{note}</span>
      </th>
      <td className="py-1.5 pr-3">{keep}</td>
      <td className="py-1.5">{absorb}</td>
    </tr>
  );
}

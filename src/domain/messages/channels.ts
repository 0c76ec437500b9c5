/** How somebody may be written to: "as their contact preferences allow" (domain-rules §2, "Assignment"). */
import type { ContactKind } from '../customer/kinds.ts';
import type { Id } from '../ids.ts';

export const MESSAGE_CHANNELS = ['Sms', 'Email'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

export type ReachableContact = {
  readonly id: Id;
  /** null: of the customer as such, not of one of their places. */
  readonly locationId: Id | null;
  readonly kind: ContactKind;
  readonly mayMessage: boolean;
};
export type ReachableTechnician = {
  readonly phone: string;
  readonly email: string;
  readonly smsAllowed: boolean;
  readonly emailAllowed: boolean;
};

/**
 * One contact per channel, of the place of the visit before those of the customer, the older first; none where nobody
 * may be written to. A landline (`Phone`) reads no SMS.
 */
export function customerChannels(
  contacts: readonly ReachableContact[],
  locationId: Id,
): readonly { readonly channel: MessageChannel; readonly contactId: Id }[] {
  const usable = contacts.filter(
    (one) => one.mayMessage && (one.locationId === null || one.locationId === locationId),
  );
  return MESSAGE_CHANNELS.flatMap((channel) => {
    const kind = channel === 'Sms' ? 'Mobile' : 'Email';
    const own = usable.filter((one) => one.kind === kind);
    const found = own.find((one) => one.locationId === locationId) ?? own[0];
    return found ? [{ channel, contactId: found.id }] : [];
  });
}

/** The channels a technician has an address for and has not declined. */
export const technicianChannels = (one: ReachableTechnician): readonly MessageChannel[] => [
  ...(one.smsAllowed && one.phone !== '' ? (['Sms'] as const) : []),
  ...(one.emailAllowed && one.email !== '' ? (['Email'] as const) : []),
];

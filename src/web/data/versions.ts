/**
 * The versions a write is decided on (architecture, "Concurrency"). A write is decided when the person asks for it,
 * but a queued one is *sent* later: two quick moves of one card must not refuse each other. So the versions seen at
 * the decision are kept, and moved on only over one's own writes in between; somebody else's change still refuses.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { BoardDay } from '#contract/board.ts';
import type { Customer } from '#contract/customer.ts';
import type { JobCardView } from '#contract/job.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Expected, VERSIONED_KINDS } from '#contract/scalars.ts';

export type VersionedKind = (typeof VERSIONED_KINDS)[number];
export type RecordRef = { readonly kind: VersionedKind; readonly id: number };
export type Versioned = RecordRef & { readonly version: number };

type Found = Map<string, Versioned>;
const keyOf = ({ kind, id }: RecordRef) => `${kind}:${id}`;

function note(found: Found, kind: VersionedKind, record: { id: number; version: number }): void {
  const key = keyOf({ kind, id: record.id });
  if ((found.get(key)?.version ?? 0) < record.version)
    found.set(key, { kind, id: record.id, version: record.version });
}

/** Every record on screen with the newest version known of it. */
function versionsKnown(client: QueryClient): Found {
  const found: Found = new Map();
  for (const [, day] of client.getQueriesData<BoardDay>({ queryKey: ['board', 'day'] })) {
    for (const appointment of day?.appointments ?? []) noteAppointment(found, appointment);
    for (const technician of day?.technicians ?? []) {
      for (const one of technician.shifts) note(found, 'shift', one);
      for (const one of technician.timeOff) note(found, 'timeOff', one);
      for (const one of technician.nonJobEvents) note(found, 'nonJobEvent', one);
    }
  }
  for (const [, card] of client.getQueriesData<JobCardView>({ queryKey: ['jobs', 'detail'] })) {
    for (const one of card ? versionsOfCard(card) : []) note(found, one.kind, one);
  }
  for (const [, card] of client.getQueriesData<OrderCardView>({ queryKey: ['purchaseOrders', 'detail'] })) {
    if (card) note(found, 'purchaseOrder', card.order);
  }
  for (const [, customer] of client.getQueriesData<Customer>({ queryKey: ['customers', 'detail'] })) {
    for (const one of customer ? versionsOfCustomer(customer) : []) note(found, one.kind, one);
  }
  return found;
}

function noteAppointment(
  found: Found,
  one: { id: number; version: number; jobId: number; jobVersion: number },
): void {
  note(found, 'appointment', one);
  note(found, 'job', { id: one.jobId, version: one.jobVersion });
}

/** Versions of the records asked for, as far as the screen knows them. */
export function versionsSeen(client: QueryClient, refs: readonly RecordRef[]): Versioned[] {
  const known = versionsKnown(client);
  return refs.flatMap((ref) => known.get(keyOf(ref)) ?? []);
}

/** The job, its appointments: what a command on any part of the card may change. */
export function versionsOfCard({ job, appointments }: JobCardView): Versioned[] {
  return [
    { kind: 'job', id: job.id, version: job.version },
    ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
  ];
}

export function versionsOfCustomer(customer: Customer): Versioned[] {
  const part = (kind: VersionedKind, list: readonly { id: number; version: number }[]) =>
    list.map(({ id, version }) => ({ kind, id, version }));
  return [
    ...part('customer', [customer]),
    ...part('location', customer.locations),
    ...part('contact', customer.contacts),
  ];
}

/** What this browser's own writes made of a version: `job:12` 3 → 4. */
const ownSteps = new WeakMap<QueryClient, Map<string, number>>();

/** After a write: `sent` versions became `now`. */
export function noteOwnWrite(client: QueryClient, sent: Expected, now: readonly Versioned[]): void {
  const steps = ownSteps.get(client) ?? new Map<string, number>();
  ownSteps.set(client, steps);
  for (const { kind, id, version } of sent ?? []) {
    const after = now.find((one) => one.kind === kind && one.id === id);
    if (after && after.version > version) steps.set(`${kind}:${id}:${version}`, after.version);
  }
}

/** After a reset of the feed versions may mean other writes (a restored backup). */
export const forgetOwnWrites = (client: QueryClient): boolean => ownSteps.delete(client);

/** The versions to send for those the person decided on. */
export function versionsToSend(client: QueryClient, decidedOn: readonly Versioned[]): Versioned[] {
  const steps = ownSteps.get(client);
  return decidedOn.map((one) => {
    let { version } = one;
    for (let next = version; ; version = next) {
      const after = steps?.get(`${one.kind}:${one.id}:${version}`);
      if (after === undefined) return { ...one, version };
      next = after;
    }
  });
}

/** A new job for each request of a sweep, led to the state the request needs. */
import type { EndpointName } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant, instant } from '#domain/time.ts';
import type { Ground, Who } from './ground.ts';
import type { Call } from './send.ts';

/** A request that succeeds; `who` is asking, the admin when not said. */
export type Maker = (ground: Ground, who?: Who) => Promise<Call>;

let hours = 0;
export const FIRST = instant('2026-12-01T14:00:00.000Z');
/**
 * For a company that is only being made: after some three hundred cards the hours reach January, where the set-up of the
 * sweeps has events of technicians on days of their own.
 */
export function startHoursAnew(): void {
  hours = 0;
}
/** Hours nobody has asked for yet, so that no request of the sweep is refused for time that is taken. */
export function freeHours(): { start: Instant; end: Instant } {
  const start = addMinutes(FIRST, 60 * 3 * hours++);
  return { start, end: addMinutes(start, 60) };
}

export type Steps = (ground: Ground, card: JobCardView) => Promise<JobCardView>;
export const step =
  (name: EndpointName, more: (ground: Ground, card: JobCardView) => object = () => ({})): Steps =>
  async (ground, card) => {
    const id = name.startsWith('jobs.') ? card.job.id : card.appointments[0]!.id;
    const body = { expected: expectedOf(card), ...more(ground, card) };
    const admin = ground.company.person('admin');
    const answer = await admin.call(name, { params: { id }, body: body as never });
    return (answer as { cards: JobCardView[] }).cards[0]!;
  };
export const expectedOf = ({ job, appointments }: JobCardView) => [
  { kind: 'job' as const, id: job.id, version: job.version },
  ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
];
/** Everybody arrives and leaves in the sweep: one technician per job would not do, so each leaves before the next. */
export const ana = ({ company }: Ground) => ({ technicianId: company.technicianIds[0]! });

export const hold = ({ company }: Ground) => ({ reasonId: company.holdReasonId, memo: 'Parts' });
export const cancel = ({ company }: Ground) => ({ reasonId: company.cancelReasonId, memo: 'Changed mind' });
export const nothing = () => ({});

export async function freshCard(ground: Ground, steps: readonly Steps[], technicianIds: readonly Id[]) {
  let card = await ground.company.book({ ...freeHours(), technicianIds });
  for (const next of steps) card = await next(ground, card);
  return card;
}

/** A command on a new card after some steps; with Ana on it unless told otherwise. */
export const command =
  (
    name: EndpointName,
    steps: readonly Steps[],
    more: (ground: Ground, card: JobCardView) => object,
    alone = false,
  ): Maker =>
  async (ground) => {
    const card = await freshCard(ground, steps, alone ? [] : [ana(ground).technicianId]);
    const id = name.startsWith('jobs.') ? card.job.id : card.appointments[0]!.id;
    return { params: { id }, body: { expected: expectedOf(card), ...more(ground, card) } };
  };
/** Whoever was left at work by an earlier request of the sweep has gone home: one Working per technician. */
export function working(name: EndpointName, steps: readonly Steps[]): Maker {
  const make = command(name, steps, ana);
  return async (ground) => {
    await ground.database.transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `update company.assignments set status = 'Done', paused = false where tenant_id = 1 and status = 'Working'`,
      ),
    );
    return make(ground);
  };
}

/** One’s steps taken back and done again over the wire, as the tests of redo ask for them. */
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { type Instant, instant } from '#domain/time.ts';
import type { Company, Person } from '../company.ts';

export const at = (text: string) => instant(`2026-11-21T${text}:00Z`);

export const expectedOf = ({ job, appointments }: JobCardView) => [
  { kind: 'job' as const, id: job.id, version: job.version },
  ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
];
export const undo = (person: Person, operationId?: Id) =>
  person.call('operations.undo', { body: operationId === undefined ? {} : { operationId } });
export const redo = (person: Person, operationId?: Id) =>
  person.call('operations.redo', { body: operationId === undefined ? {} : { operationId } });
export const list = (person: Person) => person.call('operations.list');
export const cardOf = (person: Person, { job }: JobCardView) =>
  person.call('jobs.get', { params: { id: job.id } });

/** To another hour, as it is now. */
export async function moved(person: Person, card: JobCardView, start: Instant, end: Instant) {
  const now = await cardOf(person, card);
  return person.call('appointments.reschedule', {
    params: { id: now.appointments[0]!.id },
    body: { expected: expectedOf(now), start, end, cancelDispatch: true },
  });
}
export const startOf = async (person: Person, card: JobCardView) =>
  (await cardOf(person, card)).appointments[0]!.start;

/** Without what counts on: versions, and when something was last changed. */
export const shown = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one) => (/version$|^modifiedOn$/i.test(key) ? undefined : one)));

export async function day(company: Company) {
  const dispatcher = company.person('dispatcher');
  const [ana, sam] = company.technicianIds as [Id, Id];
  const card = await company.book({ technicianIds: [ana] });
  return { dispatcher, ana, sam, card };
}

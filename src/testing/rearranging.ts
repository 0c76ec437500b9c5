/** Several visits moved in one step: the step, and where its visits are afterwards. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant, instant } from '#domain/time.ts';
import type { Company, Person } from './company.ts';

export const at = (hour: number) => addMinutes(instant('2026-11-23T00:00:00Z'), hour * 60);
type Moves = BodyIn<'appointments.rearrange'>['moves'];

export const visitOf = ({ appointments }: JobCardView) => appointments[0]!;
export const expectedOf = (cards: readonly JobCardView[]) =>
  cards.flatMap(({ appointments }) =>
    appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
  );
export const book = (company: Company, from: number, to: number, ...technicianIds: Id[]) =>
  company.book({ start: at(from), end: at(to), technicianIds });
export const to = (
  card: JobCardView,
  from: number,
  until: number,
  ...technicians: [Id | null, Id | null][]
) => ({
  appointmentId: visitOf(card).id,
  start: at(from),
  end: at(until),
  technicians: technicians.map(([before, after]) => ({ from: before, to: after })),
});
export const give = (person: Person, cards: readonly JobCardView[], moves: Moves, more: object = {}) =>
  person.call('appointments.rearrange', { body: { expected: expectedOf(cards), moves, ...more } });

/** `9-11 111`: when it is and who goes. */
export async function placesOf(company: Company, cards: readonly JobCardView[]) {
  const hour = (time: Instant) => (Date.parse(time) - Date.parse(at(0))) / 3_600_000;
  const read = cards.map(({ job }) => company.person('csr').call('jobs.get', { params: { id: job.id } }));
  return (await Promise.all(read)).map((card) => {
    const { start, end, assignments } = visitOf(card);
    return [`${hour(start)}-${hour(end)}`, ...assignments.map((one) => one.technicianId).sort()].join(' ');
  });
}
export const undo = (person: Person) => person.call('operations.undo', { body: {} });

/** Ana's at nine and Sam's at one. */
export async function two(company: Company) {
  const [ana, sam] = company.technicianIds as [Id, Id];
  const cards = [await book(company, 9, 11, ana), await book(company, 13, 14, sam)] as const;
  return { ana, sam, cards, dispatcher: company.person('dispatcher') };
}

/** Projects and jobs for tests about projects: each test makes its own. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Role } from '#domain/roles.ts';
import { addMinutes, instant } from '#domain/time.ts';
import { bookingBody, type Company, makeCompany, type Person } from './company.ts';

let keys = 0;
export const key = () => `projects ${++keys}`;

/** The company with three statuses: Planned (1 sub-status), In progress, Completed, which closes. */
export type Office = Company & {
  readonly planned: Id;
  readonly estimating: Id;
  readonly inProgress: Id;
  readonly completed: Id;
};

export async function makeOffice(database: Database): Promise<Office> {
  const company = await makeCompany(database);
  const ids = { planned: 160, inProgress: 161, completed: 162, estimating: 163 };
  await database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query(
      `insert into company.project_statuses (tenant_id, id, name, position, closes, created_on, modified_on) values
         (1, $1, 'Planned', 0, false, now(), now()), (1, $2, 'In progress', 1, false, now(), now()),
         (1, $3, 'Completed', 2, true, now(), now())`,
      [ids.planned, ids.inProgress, ids.completed],
    );
    await tx.query(
      `insert into company.project_sub_statuses (tenant_id, id, status_id, name, created_on, modified_on)
       values (1, $1, $2, 'Estimating', now(), now())`,
      [ids.estimating, ids.planned],
    );
  });
  return { ...company, ...ids };
}

/** Another job for the same customer at the same location, or at another of theirs. */
export async function bookAgain(
  company: Company,
  { job }: JobCardView,
  changes: Partial<BodyIn<'jobs.book'>> = {},
): Promise<JobCardView> {
  const start = addMinutes(instant('2026-11-22T14:00:00Z'), 180 * ++keys);
  const { cards } = await company.person('dispatcher').call('jobs.book', {
    key: key(),
    body: {
      ...bookingBody(company, { start, end: addMinutes(start, 60) }),
      customer: { id: job.customerId },
      location: { id: job.locationId },
      ...changes,
    },
  });
  return cards[0]!;
}

export const project = async (
  company: Company,
  place: BodyIn<'projects.create'>['place'],
  changes: Partial<BodyIn<'projects.create'>> = {},
  role: Role = 'csr',
) =>
  (
    await company.person(role).call('projects.create', {
      key: key(),
      body: { place, name: 'Whole house', ...changes },
    })
  ).card.project;

export const placeOf = ({ job }: JobCardView) => ({ customerId: job.customerId, locationId: job.locationId });
export const versionsOf = (...cards: readonly JobCardView[]) =>
  cards.map(({ job }) => ({ kind: 'job' as const, id: job.id, version: job.version }));

export const attach = (person: Person, id: Id, ...cards: readonly JobCardView[]) =>
  person.call('projects.attach', {
    params: { id },
    body: { expected: versionsOf(...cards), jobIds: cards.map(({ job }) => job.id) },
  });
export const update = (
  person: Person,
  { id, version }: { id: Id; version: number },
  changes: BodyIn<'projects.update'>['changes'],
) =>
  person.call('projects.update', {
    params: { id },
    body: { expected: [{ kind: 'project', id, version }], changes },
  });

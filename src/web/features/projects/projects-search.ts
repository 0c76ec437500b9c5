import type { Day } from '#domain/time.ts';
import type { ProjectFilters } from '../../data/projects.ts';

/** The list's state in its URL: `?status=12,13&starts=2026-11-01&startsUntil=2026-11-30&manager=u4&sort=-target`. */
export type ProjectsSearch = {
  q?: string | undefined;
  status?: number[] | undefined;
  type?: number | undefined;
  customer?: number | undefined;
  /** A user (`u4`) or a technician (`t7`). */
  manager?: string | undefined;
  /** Starts from that day to `startsUntil`, or on that one day; days of the project's own calendar. */
  starts?: Day | undefined;
  startsUntil?: Day | undefined;
  completed?: Day | undefined;
  completedUntil?: Day | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

/** A manager as the address has them; anything else is no filter. */
export const managerIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[ut][1-9]\d{0,14}$/.test(value) ? value : undefined;

export function filtersOf(search: ProjectsSearch): ProjectFilters {
  const { q, status, type, customer, manager } = search;
  const managerId = manager === undefined ? undefined : Number(manager.slice(1));
  return {
    q,
    statusIds: status,
    typeId: type,
    customerId: customer,
    managerUserId: manager?.startsWith('u') ? managerId : undefined,
    managerTechnicianId: manager?.startsWith('t') ? managerId : undefined,
    startsFrom: search.starts,
    startsTo: lastOf(search.starts, search.startsUntil),
    completedFrom: search.completed,
    completedTo: lastOf(search.completed, search.completedUntil),
  };
}

/** Without a last day the first alone is meant. */
const lastOf = (first: Day | undefined, last: Day | undefined): Day | undefined =>
  first === undefined ? undefined : last === undefined || last < first ? first : last;

/** Which lanes and visits the filters leave on the board. Technicians go, their colleagues' visits only stand back. */
import type { AppointmentView } from '#contract/job.ts';
import type { BoardSearch } from '../board-search.ts';
import { type DayIndex, type Lane, skillsOf } from './day-index.ts';

export type BoardFilters = Pick<BoardSearch, 'bu' | 'zone' | 'skill' | 'tag' | 'q'>;

export const isFiltered = ({ bu, zone, skill, tag, q }: BoardFilters): boolean =>
  [bu, zone, skill, tag, q].some((one) => one !== undefined && one.length > 0);

export const wordsIn = (q: string | undefined): readonly string[] =>
  (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);

const any = (wanted: readonly number[] | undefined, has: readonly number[]): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.some((id) => has.includes(id));

/** A technician without zones works anywhere, so no zone filter leaves them out (domain-rules §4). */
export function lanesShown(index: DayIndex, { bu, zone, skill, q }: BoardFilters): Lane[] {
  const words = wordsIn(q);
  return [...index.lanes.values()].filter(({ technician }) => {
    const { businessUnitId, zoneIds, skillIds, name } = technician;
    const inZone = zoneIds.length === 0 || any(zone, zoneIds);
    const said = name.toLowerCase();
    return (
      any(bu, [businessUnitId]) && inZone && any(skill, skillIds) && words.every((one) => said.includes(one))
    );
  });
}

/** For the tray: what may be given to the technicians shown. */
export const isInTray = (visit: AppointmentView, { setup }: DayIndex, filters: BoardFilters): boolean =>
  any(filters.bu, [visit.businessUnitId]) &&
  (visit.zoneId === null || any(filters.zone, [visit.zoneId])) &&
  any(filters.skill, skillsOf(setup, visit.jobTypeId)) &&
  any(filters.tag, visit.tagIds);

/** In which order and under which heads the technicians stand. Read when somebody asks for one: by name is the usual. */
import { addMinutes, type Instant, laterOf, msOf } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import type { BoardSearch } from '../board-search.ts';
import type { DayIndex, Lane } from '../day/day-index.ts';
import { freeMinutes } from '../day/free-hours.ts';
import type { GridLane } from '../day/grid-sync.ts';
import { countSaid } from '../day/hours-said.ts';
import { loadOf, sameHead } from '../day/lane-heads.ts';
import type { GridTechnician } from '../grid/types.ts';
import { groupIdOf } from './group-key.ts';

export type Group = {
  /** As the URL names it when it is closed. */
  readonly key: string;
  readonly name: string;
  readonly lanes: readonly Lane[];
};

/** Shorter than this is no room for a visit. */
const LEAST_GAP_MINUTES = 30;
const LAST = '\uffff';

/** When the technician first has half an hour, from `from` on; null when they have not. */
export function firstFree({ known, taken }: Lane, from: Instant): Instant | null {
  const shifts = [...known.shifts].sort((a, b) => (a.start < b.start ? -1 : 1));
  for (const shift of shifts) {
    let at = laterOf(shift.start, from);
    for (const one of taken) {
      if (one.end <= at) continue;
      if (one.start >= addMinutes(at, LEAST_GAP_MINUTES)) break;
      at = one.end;
    }
    if (addMinutes(at, LEAST_GAP_MINUTES) <= shift.end) return at;
  }
  return null;
}

/** What lanes are ordered by; nobody at work stands last. */
function placeIn(order: BoardSearch['order'], from: Instant): (lane: Lane) => string | number {
  switch (order) {
    case 'load':
      return (lane) => loadOf(lane) ?? Number.POSITIVE_INFINITY;
    case 'free':
      return (lane) => firstFree(lane, from) ?? LAST;
    default:
      return ({ technician }) => technician.name.toLowerCase();
  }
}

/** Ids of the technicians in their order. As it is now: who asks keeps it, or rows would jump under the pointer. */
export function orderOf(
  lanes: readonly Lane[],
  order: BoardSearch['order'],
  from: Instant,
): readonly number[] {
  const place = placeIn(order, from);
  return lanes
    .map((lane) => ({ id: lane.technician.id, name: lane.technician.name, at: place(lane) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.name < b.name ? -1 : 1))
    .map(({ id }) => id);
}

/** Lanes in their groups, groups by name, who is in none last. Somebody of two zones stands in the first of them. */
export function groupsOf(lanes: readonly Lane[], { setup }: DayIndex, by: BoardSearch['group']): Group[] {
  const teams = new Map(setup.technicians.map(({ id, team }) => [id, team.trim()]));
  const groups = new Map<string, { name: string; lanes: Lane[] }>();
  for (const lane of lanes) {
    const { id, businessUnitId, zoneIds } = lane.technician;
    const zone = zoneIds[0];
    const team = teams.get(id) ?? '';
    const [key, name] =
      by === 'team'
        ? [team, team || 'No team']
        : by === 'zone'
          ? [
              zone === undefined ? '' : String(zone),
              zone === undefined ? 'Every zone' : nameIn(setup.zones, zone),
            ]
          : [String(businessUnitId), nameIn(setup.businessUnits, businessUnitId)];
    const group = groups.get(key) ?? { name, lanes: [] };
    groups.set(key, group);
    group.lanes.push(lane);
  }
  return [...groups]
    .map(([key, group]) => ({ key: key === '' ? 'none' : key, ...group }))
    .sort(
      (a, b) => Number(a.key === 'none') - Number(b.key === 'none') || a.name.localeCompare(b.name, 'en'),
    );
}

/** "12 technicians · 34 h free": from now on, where now is on the board. */
export function headOfGroup(group: Group, { day }: DayIndex, now: Instant, isOpen: boolean): GridTechnician {
  const { lanes } = group;
  const gone = Math.max(0, Math.floor((msOf(now) - msOf(day.start)) / 3_600_000));
  const free = freeMinutes(lanes, day.start, day.end)
    .slice(gone)
    .reduce((sum, one) => sum + one, 0);
  const count = lanes.length === 1 ? '1 technician' : `${countSaid(lanes.length)} technicians`;
  return {
    id: groupIdOf(group.key),
    name: group.name,
    detail: `${count} · ${countSaid(Math.round(free / 60))} h free`,
    loadPercent: null,
    note: null,
    shifts: [],
    off: [],
    group: { isOpen },
  };
}

/** The rows of the grid: the heads with what is open under them. */
export function withHeads(
  groups: readonly Group[],
  drawn: readonly GridLane[],
  index: DayIndex,
  now: Instant,
  shut: readonly string[],
  before: readonly GridLane[],
): GridLane[] {
  const known = new Map(before.map((row) => [row.head.id, row]));
  const lanes = new Map(drawn.map((row) => [row.head.id, row]));
  return groups.flatMap((group) => {
    const isOpen = !shut.includes(group.key);
    const head = headOfGroup(group, index, now, isOpen);
    const was = known.get(head.id);
    const row = was && sameHead(was.head, head) ? was : { head, bars: was?.bars ?? [] };
    return isOpen ? [row, ...group.lanes.flatMap(({ technician }) => lanes.get(technician.id) ?? [])] : [row];
  });
}

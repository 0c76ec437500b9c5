/** Holding lanes as rows of the grid: a group of their own below the technicians, drawn like every lane. */
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { parkedBarsOf } from '../day/bars.ts';
import type { DayIndex, HoldingLane } from '../day/day-index.ts';
import { type BoardFilters, isInTray, wordsIn } from '../day/filters.ts';
import type { GridLane } from '../day/grid-sync.ts';
import { sameHead } from '../day/lane-heads.ts';
import type { GridTechnician } from '../grid/types.ts';
import { groupIdOf } from '../rows/group-key.ts';

/** As the URL names the group when it is closed. */
export const HOLDING_GROUP = 'holding-lanes';

/**
 * Those of the units shown and those of all units; while a name is looked for, those that bear it. In them stands what
 * may be given to the technicians shown, as in the tray; a tag only makes the others stand back, as in every lane.
 */
export function holdingShown(index: DayIndex, filters: BoardFilters): readonly HoldingLane[] {
  const { bu, q } = filters;
  const words = wordsIn(q);
  const isShown = (visit: AppointmentView) => isInTray(visit, index, { ...filters, tag: undefined });
  return [...index.holding.values()]
    .filter(
      ({ lane: { name, businessUnitId } }) =>
        (!bu?.length || businessUnitId === null || bu.includes(businessUnitId)) &&
        words.every((one) => name.toLowerCase().includes(one)),
    )
    .map((lane) => (lane.visits.every(isShown) ? lane : { ...lane, visits: lane.visits.filter(isShown) }));
}

const ROW = { loadPercent: null, note: null, shifts: [], off: [] } as const;

function headOf({ lane }: HoldingLane, { setup }: DayIndex): GridTechnician {
  const { id, name, active, businessUnitId } = lane;
  const unit = businessUnitId === null ? [] : [nameIn(setup.businessUnits, businessUnitId)];
  const detail = ['Holding lane', ...unit].join(' · ');
  return { ...ROW, id, name, detail, note: active ? null : 'out of use', isHolding: true };
}

function headOfGroup(lanes: readonly HoldingLane[], isOpen: boolean): GridTechnician {
  const parked = lanes.reduce((sum, { visits }) => sum + visits.length, 0);
  const detail = `${lanes.length === 1 ? '1 lane' : `${lanes.length} lanes`} · ${parked} parked, nobody’s time`;
  return { ...ROW, id: groupIdOf(HOLDING_GROUP), name: 'Holding', detail, group: { isOpen } };
}

type Context = {
  readonly index: DayIndex;
  readonly now: Instant;
  readonly isDimmed: (visit: AppointmentView) => boolean;
};
type Drawn = Context & { readonly row: GridLane };

/** Makes the rows; one that would be the same is the same object. */
export function holdingRowsMaker() {
  const known = new WeakMap<HoldingLane, Drawn>();
  let head: GridTechnician | null = null;
  const none: GridLane['bars'] = [];
  return (lanes: readonly HoldingLane[], isOpen: boolean, context: Context): readonly GridLane[] => {
    if (lanes.length === 0) return [];
    const next = headOfGroup(lanes, isOpen);
    head = head && sameHead(head, next) ? head : next;
    return [{ head, bars: none }, ...(isOpen ? lanes : []).map((lane) => rowOf(lane, context, known))];
  };
}

function rowOf(lane: HoldingLane, context: Context, known: WeakMap<HoldingLane, Drawn>): GridLane {
  const drawn = known.get(lane);
  const { index, now, isDimmed } = context;
  if (drawn?.index.setup === index.setup && drawn.now === now && drawn.isDimmed === isDimmed)
    return drawn.row;
  const head = headOf(lane, index);
  const row = {
    head: drawn && sameHead(drawn.row.head, head) ? drawn.row.head : head,
    bars: parkedBarsOf(lane, context),
  };
  known.set(lane, { ...context, row });
  return row;
}

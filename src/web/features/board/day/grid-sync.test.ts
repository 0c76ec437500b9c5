import { describe, expect, it } from 'vitest';
import type { GridBar, GridChanges, GridTechnician } from '../grid/types.ts';
import { createGridSync, type GridLane } from './grid-sync.ts';

const head = (id: number, changes: Partial<GridTechnician> = {}): GridTechnician => ({
  id,
  name: `T${id}`,
  detail: '',
  loadPercent: 0,
  note: null,
  shifts: [],
  off: [],
  ...changes,
});
const bar = (id: string, technicianId: number, start = 0): GridBar => ({
  id,
  appointmentId: id,
  technicianId,
  start,
  end: start + 60,
  status: 'scheduled',
  flags: {},
  text: { type: '', customer: '', street: '', number: '' },
});

function grid() {
  const log: (GridChanges | 'all')[] = [];
  const sync = createGridSync({
    setData: () => log.push('all'),
    applyChanges: (changes) => log.push(changes),
  });
  return { log, sync };
}
const lane = (one: GridTechnician, ...bars: GridBar[]): GridLane => ({ head: one, bars });
const [one, two] = [head(1), head(2)];

describe('bringing the grid up to date', () => {
  it('sets all once, then sends what changed and nothing else', () => {
    const { log, sync } = grid();
    const second = lane(two, bar('b', 2));
    sync.show([lane(one, bar('a', 1)), second]);
    sync.show([lane(one, bar('a', 1, 30)), second]);
    sync.show([lane(head(1, { note: 'off' }), bar('a', 1, 30)), second]);
    expect(log).toEqual([
      'all',
      { upsert: [bar('a', 1, 30)], remove: [], technicians: [] },
      { upsert: [], remove: [], technicians: [head(1, { note: 'off' })] },
    ]);
  });

  it('says nothing when new objects say the same', () => {
    const { log, sync } = grid();
    sync.show([lane(one, bar('a', 1))]);
    sync.show([lane(head(1), bar('a', 1))]);
    expect(log).toEqual(['all']);
  });

  it('sets all anew when a filter changes the rows', () => {
    const { log, sync } = grid();
    sync.show([lane(one), lane(two)]);
    sync.show([lane(two)]);
    expect(log).toEqual(['all', 'all']);
  });

  it('shows a drop at once, agrees with the move that follows, and brings the bar back when it is refused', () => {
    const { log, sync } = grid();
    const [first, second] = [lane(one, bar('a:1', 1)), lane(two)];
    sync.show([first, second]);
    sync.moveNow('a:1', bar('a:2', 2));
    sync.show([lane(one), lane(two, bar('a:2', 2))]);
    expect(log).toHaveLength(2);
    sync.show([first, second]);
    expect(log.at(-1)).toEqual({ upsert: [bar('a:1', 1)], remove: ['a:2'], technicians: [] });
  });

  it('brings the bar back even when the refusal comes before anything else was shown', () => {
    const { log, sync } = grid();
    const lanes = [lane(one, bar('a:1', 1)), lane(two)];
    sync.show(lanes);
    sync.moveNow('a:1', bar('a:2', 2));
    sync.show([...lanes]);
    expect(log.at(-1)).toEqual({ upsert: [bar('a:1', 1)], remove: ['a:2'], technicians: [] });
  });
});

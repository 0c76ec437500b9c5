import { stack, type Track } from './stacking.ts';
import type { GridBar, GridChanges, GridTechnician, LaneId } from './types.ts';

/** Bars of one lane by start, with the track each takes. */
export interface Lane {
  readonly bars: readonly GridBar[];
  readonly tracks: readonly Track[];
}

interface Entry {
  bars: GridBar[];
  /** Sorted and stacked only when the lane is looked at: at 2,000 lanes, 25 are. */
  lane: Lane | null;
}

const empty: Lane = { bars: [], tracks: [] };

/** What the grid shows: technicians in order, bars by id and by lane. */
export class LaneModel {
  technicians: readonly GridTechnician[] = [];
  private readonly index = new Map<LaneId, number>();
  private readonly byId = new Map<string, GridBar>();
  private readonly entries = new Map<LaneId, Entry>();
  /** Of the last batch: bars that came in place of others of their appointment. */
  private readonly successors = new Map<string, GridBar>();

  replace(technicians: readonly GridTechnician[], bars: readonly GridBar[]): void {
    this.technicians = technicians;
    this.index.clear();
    this.byId.clear();
    this.entries.clear();
    for (let i = 0; i < technicians.length; i++) this.index.set(technicians[i]!.id, i);
    // Answers from a database come lane by lane, so the lane is looked up once per lane.
    let entry: Entry | null = null;
    let of: LaneId | null = null;
    for (const bar of bars) {
      this.byId.set(bar.id, bar);
      if (entry === null || bar.technicianId !== of) {
        of = bar.technicianId;
        entry = this.entry(of);
      }
      entry.bars.push(bar);
    }
  }

  /** Applies a batch (an id twice: the last wins) and answers which lanes look different now. */
  apply(changes: GridChanges): Set<LaneId> {
    const touched = new Set<LaneId>();
    this.noteSuccessors(changes);
    for (const id of changes.remove ?? []) this.take(id, touched);
    for (const bar of changes.upsert ?? []) {
      this.take(bar.id, touched);
      this.byId.set(bar.id, bar);
      const entry = this.entry(bar.technicianId);
      entry.bars.push(bar);
      entry.lane = null;
      touched.add(bar.technicianId);
    }
    if (changes.technicians && changes.technicians.length > 0) {
      const technicians = [...this.technicians];
      for (const technician of changes.technicians) {
        const at = this.index.get(technician.id);
        if (at === undefined) continue;
        technicians[at] = technician;
        touched.add(technician.id);
      }
      this.technicians = technicians;
    }
    return touched;
  }

  bar(id: string): GridBar | null {
    return this.byId.get(id) ?? null;
  }

  /** The bar that came for one that was taken away in the last batch: its appointment went to another lane. */
  successorOf(id: string): GridBar | null {
    return this.successors.get(id) ?? null;
  }

  /** Row of a lane, or -1 when it is not shown. */
  indexOf(id: LaneId): number {
    return this.index.get(id) ?? -1;
  }

  lane(id: LaneId): Lane {
    const entry = this.entries.get(id);
    if (!entry) return empty;
    if (!entry.lane) {
      entry.bars.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
      entry.lane = { bars: entry.bars, tracks: stack(entry.bars) };
    }
    return entry.lane;
  }

  private noteSuccessors({ remove = [], upsert = [] }: GridChanges): void {
    this.successors.clear();
    if (remove.length === 0) return;
    const coming = upsert.filter(({ id }) => !this.byId.has(id));
    for (const id of remove) {
      const gone = this.byId.get(id);
      const next = gone && coming.find(({ appointmentId }) => appointmentId === gone.appointmentId);
      if (next) this.successors.set(id, next);
    }
  }

  private take(id: string, touched: Set<LaneId>): void {
    const bar = this.byId.get(id);
    if (!bar) return;
    this.byId.delete(id);
    const entry = this.entry(bar.technicianId);
    entry.bars.splice(entry.bars.indexOf(bar), 1);
    entry.lane = null;
    touched.add(bar.technicianId);
  }

  private entry(id: LaneId): Entry {
    let entry = this.entries.get(id);
    if (!entry) {
      entry = { bars: [], lane: null };
      this.entries.set(id, entry);
    }
    return entry;
  }
}

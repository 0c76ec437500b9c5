import { laneAt, msAt } from './geometry.ts';
import type { GridView } from './grid-view.ts';
import type { LaneModel } from './lane-model.ts';
import type { BoardGridOptions, GridBar, LaneId } from './types.ts';
import { saidNoneSelected, saidSelected } from './words.ts';

/** Two corners in the scrolled content, px as `Point` of the drag machine. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Which bars are selected to be moved as one, by click, by keys or by a frame drawn around them. */
export class Picking {
  /** Where Shift counts from: the bar chosen last. */
  private anchor: string | null = null;
  private readonly view: GridView;
  private readonly model: LaneModel;
  private readonly options: BoardGridOptions;

  constructor(view: GridView, model: LaneModel, options: BoardGridOptions) {
    this.view = view;
    this.model = model;
    this.options = options;
  }

  get ids(): ReadonlySet<string> {
    return this.view.context.picked;
  }

  /** By the host: tells nobody. */
  show(ids: readonly string[]): void {
    if (ids.length === this.ids.size && ids.every((id) => this.ids.has(id))) return;
    this.view.context.picked = new Set(ids);
    this.view.remark();
  }

  toggle(bar: GridBar): void {
    const ids = this.begun(bar.id);
    if (!ids.delete(bar.id)) ids.add(bar.id);
    this.anchor = bar.id;
    this.choose(ids);
  }

  /** All of the lane between the bar chosen last and this one; in another lane, this one. */
  through(bar: GridBar): void {
    const ids = this.begun(bar.id);
    const { bars } = this.model.lane(bar.technicianId);
    const from = bars.findIndex(({ id }) => id === (this.anchor ?? this.view.context.selectedId));
    const to = bars.indexOf(bar);
    const first = from < 0 ? to : Math.min(from, to);
    for (const one of bars.slice(first, Math.max(from, to) + 1)) ids.add(one.id);
    if (from < 0) this.anchor = bar.id;
    this.choose(ids);
  }

  wholeLane(laneId: LaneId): void {
    this.choose(new Set([...this.ids, ...this.model.lane(laneId).bars.map(({ id }) => id)]));
  }

  /** Every bar the frame touches, beside those selected already. */
  within(one: Corner, other: Corner): void {
    const { scale, view } = this.view.context;
    const lanes = this.model.technicians;
    const laneOf = ({ y }: Corner) => laneAt(y, view.rowHeight, lanes.length);
    const [from, to] = [msAt(scale, Math.min(one.x, other.x)), msAt(scale, Math.max(one.x, other.x))];
    const ids = new Set(this.ids);
    const last = Math.max(laneOf(one), laneOf(other));
    for (let lane = Math.min(laneOf(one), laneOf(other)); lane <= last; lane++) {
      for (const bar of this.model.lane(lanes[lane]!.id).bars)
        if (bar.start < to && bar.end > from) ids.add(bar.id);
    }
    this.choose(ids);
  }

  /** False when nothing was selected. */
  clear(): boolean {
    this.anchor = null;
    if (this.ids.size === 0) return false;
    this.choose(new Set());
    return true;
  }

  /** The bar whose details are open counts as the first one chosen. */
  private begun(next: string): Set<string> {
    const { selectedId } = this.view.context;
    const isFirst = this.ids.size === 0 && selectedId !== null && selectedId !== next;
    return new Set(isFirst ? [selectedId] : this.ids);
  }

  private choose(ids: ReadonlySet<string>): void {
    const { locked, announce, onPick } = this.options;
    if (locked) {
      announce?.(locked);
      return;
    }
    const known = [...ids].filter((id) => this.model.bar(id)?.flags.busy !== true && this.model.bar(id));
    this.show(known);
    announce?.(known.length === 0 ? saidNoneSelected : saidSelected(visitsIn(this.model, known)));
    onPick?.(known);
  }
}

/** A crew's visit has a bar in each lane and counts once. */
export const visitsIn = (model: LaneModel, barIds: Iterable<string>): number =>
  new Set([...barIds].map((id) => model.bar(id)?.appointmentId)).size;

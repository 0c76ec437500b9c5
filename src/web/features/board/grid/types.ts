/**
 * What the board's grid takes in and gives out. Times are epoch milliseconds: the grid compares and
 * subtracts them thousands of times per frame; hosts convert from `Instant` at this edge (domain/time).
 */

/** Id of a lane: a technician, a crew or a holding lane. */
export type LaneId = number | string;
export type AppointmentId = number | string;

/** Half-open: [start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface OffSpan extends Span {
  readonly label: string;
  readonly kind: 'timeOff' | 'nonJobEvent';
}

export interface GridTechnician {
  readonly id: LaneId;
  readonly name: string;
  /** Second line of the row's head: "HVAC · North". */
  readonly detail: string;
  /** Booked share of the day in per cent, may pass 100; null where load means nothing (holding lanes). */
  readonly loadPercent: number | null;
  /** Said instead of the detail while it holds ("off until 10:00"). */
  readonly note: string | null;
  /** Working time; everything outside is hatched. */
  readonly shifts: readonly Span[];
  readonly off: readonly OffSpan[];
  /** A holding lane: it is nobody's, so it has no shifts and nothing of it is off. */
  readonly isHolding?: true;
  /** Not a technician but the head of those below it: takes no visit; a click or Enter opens and closes it. */
  readonly group?: { readonly isOpen: boolean };
}

export type BarStatus = 'scheduled' | 'dispatched' | 'working' | 'hold' | 'done' | 'canceled' | 'unused';

export interface BarFlags {
  readonly late?: boolean;
  readonly unconfirmed?: boolean;
  /** Double booking allowed by a person, with a reason. */
  readonly overridden?: boolean;
  readonly paused?: boolean;
  /** By the draft that is open over the day. */
  readonly moved?: boolean;
  /** Another business unit's job: takes time, shows and allows nothing. */
  readonly busy?: boolean;
  /** Not what is being looked for (an exception, a tag): stays readable, stands back. */
  readonly dimmed?: boolean;
}

export interface BarWords {
  readonly type: string;
  readonly customer: string;
  readonly street: string;
  /** Job number as people say it: "#1042". */
  readonly number: string;
}

/** One appointment in one technician's lane. Immutable: a change is a new object with the same id. */
export interface GridBar extends Span {
  /** Appointment and technician together, since a crew's appointment has a bar in each lane. */
  readonly id: string;
  readonly appointmentId: AppointmentId;
  readonly technicianId: LaneId;
  readonly windowStart?: number;
  readonly windowEnd?: number;
  readonly travelMinutes?: number;
  /** What really was: from arrival until done, or until now. */
  readonly worked?: Span;
  readonly status: BarStatus;
  readonly flags: BarFlags;
  readonly text: BarWords;
}

export type RowHeight = 28 | 40 | 56;

/** A day of a week's axis: its midnight, the hours most work in, the next midnight. */
export interface AxisDay extends Span {
  readonly from: number;
  readonly to: number;
}

/** `end - start` is the real span: a day on which clocks change has 23 or 25 hours. Both on a full hour. */
export interface GridViewport extends Span {
  readonly pxPerHour: number;
  readonly rowHeight: RowHeight;
  /** Width of the technician column, px. */
  readonly labelWidth: number;
  /**
   * A week: its days without gaps, each as wide as the others. `pxPerHour` counts for the hours of [from, to); the
   * nights before and after are a narrow strip each, so that nothing is left out.
   */
  readonly days?: readonly AxisDay[];
}

type DropMode = 'move' | 'resize' | 'assign';

export interface Candidate extends Span {
  /** null when the appointment comes from outside the grid (the tray). */
  readonly barId: string | null;
  readonly appointmentId: AppointmentId;
  readonly technicianId: LaneId;
  readonly mode: DropMode;
}

export interface Consequences {
  readonly severity: 'ok' | 'soft' | 'hard';
  /** Worst first. */
  readonly lines: readonly string[];
}

export interface Drop extends Span {
  readonly barId: string | null;
  readonly appointmentId: AppointmentId;
  readonly fromTechnicianId: LaneId | null;
  readonly toTechnicianId: LaneId;
  readonly mode: DropMode;
  /** What the preview said; the host decides whether 'hard' opens an override dialog or a refusal. */
  readonly severity: Consequences['severity'];
  /** The bar was changed by someone else while it was in hand. */
  readonly changedMeanwhile: boolean;
}

/** Something to assign, handed over by the tray. */
export interface ExternalItem {
  readonly appointmentId: AppointmentId;
  readonly durationMinutes: number;
  readonly status: BarStatus;
  readonly flags: BarFlags;
  readonly text: BarWords;
}

export interface GridChanges {
  readonly upsert?: readonly GridBar[];
  readonly remove?: readonly string[];
  /** New heads, shifts or time off of technicians already shown; unknown ids are ignored (use setData). */
  readonly technicians?: readonly GridTechnician[];
}

/** Who has a visit in hand: their initials on its bars, and the sentence that says so. */
export type Theirs = { readonly initials: string; readonly sentence: string };

export interface BoardGridOptions {
  /** Accessible name of the grid. */
  readonly label: string;
  readonly view: GridViewport;
  readonly now: number | null;
  /** IANA zone of the axis, said to screen readers; the two formatters already speak it. */
  readonly zone: string;
  /** Hour header, called with each full hour in view. */
  readonly formatHour: (ms: number) => string;
  /** Times in labels: "8:00". */
  readonly formatTime: (ms: number) => string;
  /** From and to, in a bar and at the ghost's edge: "8:00–9:00", "8:00–9:00 AM". */
  readonly formatTimes: (start: number, end: number) => string;
  /** Why nothing may be moved here by this person, said when they try by key; bars then do not lift. */
  readonly locked?: string | undefined;
  /** Default 15. */
  readonly snapMinutes?: number;
  /** Height of `BoardGrid.strip` above the hours, px (default 0): the capacity strip, scrolled with the hours. */
  readonly stripHeight?: number;
  /** Pure and quick (≤ 50 ms): what would happen. Called once per new candidate. */
  readonly preview?: (candidate: Candidate) => Consequences;
  /** Why this lane cannot take what is in hand; null when it can. Asked once per lane and drag. */
  readonly laneState?: (technicianId: LaneId, appointmentId: AppointmentId) => string | null;
  readonly onSelect?: (barId: string | null) => void;
  /** Which bars are selected to be moved as one, whenever that changes by hand. */
  readonly onPick?: (barIds: readonly string[]) => void;
  readonly onOpen?: (barId: string) => void;
  /** Call applyChanges in here (optimistically), so that the bar never shows at its old place again. */
  readonly onDrop?: (drop: Drop) => void;
  /** Released outside the grid, e.g. over the tray. Without it, such a drag returns. */
  readonly onDropOutside?: (drag: { barId: string; clientX: number; clientY: number }) => void;
  /** For presence ("Ana is moving this"): the visit in hand; null when it ends. */
  readonly onDragChange?: (appointmentId: AppointmentId | null) => void;
  /** Somebody tried to lift what another has in hand; `sentence` is announced already. */
  readonly onTheirs?: (sentence: string) => void;
  readonly onContextMenu?: (barId: string, event: MouseEvent) => void;
  /** The head of a group was clicked, or opened (`true`), closed, or the other way round (`null`) by key. */
  readonly onGroup?: (id: LaneId, open: boolean | null) => void;
  /** Text for an aria-live region. */
  readonly announce?: (text: string) => void;
}

export interface BoardGrid {
  setData(technicians: readonly GridTechnician[], bars: readonly GridBar[]): void;
  /** Repaints only the lanes touched. Hosts batch what arrives within one frame. */
  applyChanges(changes: GridChanges): void;
  /** Keeps the time at the left edge and the first row in place. */
  setView(view: GridViewport): void;
  /** As it was given last. */
  readonly view: GridViewport;
  setNow(now: number | null): void;
  select(barId: string | null): void;
  /** Shows these as selected to be moved as one, in place of those before. */
  pick(barIds: readonly string[]): void;
  /** In or out of them, as by hand. */
  togglePick(barId: string): void;
  /** Focuses the bar, or the grid's current cell. False when there is no such bar. */
  focus(barId?: string): boolean;
  /** The focus back to where the grid last had it, scrolling nothing. */
  refocus(): void;
  /** Something is in hand, by pointer or key. */
  readonly inHand: boolean;
  /** @param share of the lanes' width that stays before it: 0 (left out) is the left edge */
  scrollToTime(ms: number, share?: number): void;
  /** What is under a client position: its time, and how much of the lanes' width is before it. */
  timeAt(clientX: number): { readonly at: number; readonly share: number };
  /** Scrolls as little as needed to show the bar. False when there is no such bar in the lanes. */
  reveal(barId: string): boolean;
  scrollToTechnician(technicianId: LaneId): void;
  /** Call from pointerdown in the tray. */
  beginExternalDrag(item: ExternalItem, event: PointerEvent): void;
  /** Visits that others have in hand: marked, described, and not lifted here. Takes the place of those told before. */
  setTheirs(theirs: ReadonlyMap<AppointmentId, Theirs>): void;
  /** What is in hand goes back where it was. */
  letGo(): void;
  /** "Moved by AR" on the bar for two seconds. */
  markMover(barId: string, initials: string): void;
  bar(barId: string): GridBar | null;
  /** What the lane holds now, by start: previews need it. */
  barsOf(technicianId: LaneId): readonly GridBar[];
  /** The bar's element while it is in the DOM, to anchor a drawer or menu. */
  elementOf(barId: string): HTMLElement | null;
  /** Left top cell: "18 technicians, 71 % booked". Filled by the host. */
  readonly corner: HTMLElement;
  /** Scrolls with the hours, `stripHeight` high, as wide as the time axis. Filled by the host. */
  readonly strip: HTMLElement;
  readonly scroller: HTMLElement;
  /** How many times a lane's bars were painted, for the render-count test. */
  readonly laneRenders: number;
  destroy(): void;
}

import { createBoardGrid } from '../../src/web/features/board/grid/board-grid.ts';
import type {
  BarFlags,
  BarStatus,
  BarWords,
  BoardGrid,
  Candidate,
  Consequences,
  GridBar,
  GridTechnician,
} from '../../src/web/features/board/grid/types.ts';

/*
 * The real grid, with everything on, behind the interface of the board bench (README of the bench).
 * What the bench's data does not have is made up from the row numbers, the same in every run.
 */

interface Appointment {
  readonly id: string;
  readonly technicianId: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly status: string;
}

interface BenchData {
  readonly technicians: readonly { id: string; name: string; region: string; order: number }[];
  readonly appointments: readonly Appointment[];
  readonly view: { start: number; end: number; pxPerHour: number };
  readonly rowHeight: number;
  readonly labelWidth: number;
}

interface Update {
  readonly technicianId: string;
  readonly start: number;
  readonly end: number;
}

const hour = 3_600_000;
const streets = ['Main St', 'Oak Ave', 'River Rd', 'Hill St'];
const skills = ['HVAC', 'Plumbing', 'HVAC, Gas', 'Electrical'];
const statuses: Record<string, BarStatus> = {
  scheduled: 'scheduled',
  dispatched: 'dispatched',
  enroute: 'hold',
  working: 'working',
  done: 'done',
};

let grid: BoardGrid;

function technicianOf(
  { id, name, region, order }: BenchData['technicians'][number],
  data: BenchData,
): GridTechnician {
  const days: number[] = [];
  for (let day = data.view.start - (data.view.start % (24 * hour)); day < data.view.end; day += 24 * hour)
    days.push(day);
  const off =
    order % 7 === 3
      ? days.map((day) => ({
          start: day + 12 * hour,
          end: day + 13 * hour,
          label: 'Training',
          kind: 'nonJobEvent' as const,
        }))
      : [];
  return {
    id,
    name,
    detail: `${skills[order % 4]} · ${region}`,
    loadPercent: 40 + ((order * 37) % 80),
    note: order % 11 === 5 ? 'off until 7:00' : null,
    shifts: days.map((day) => ({ start: day + 7 * hour, end: day + (order % 5 === 3 ? 15.5 : 17) * hour })),
    off,
  };
}

const plain: BarFlags = {};
const late: BarFlags = { late: true };
const unconfirmed: BarFlags = { unconfirmed: true };
const overridden: BarFlags = { overridden: true };
const paused: BarFlags = { paused: true };

function flagsOf(index: number): BarFlags {
  if (index % 23 === 7) return late;
  if (index % 9 === 4) return unconfirmed;
  if (index % 41 === 11) return overridden;
  return index % 13 === 2 ? paused : plain;
}

/**
 * An appointment of the bench as a bar. What the bench's data lacks is derived when it is asked for: in
 * the app it arrives ready-made, so making it up for 20,000 bars would measure this page, not the grid.
 */
class BenchBar implements GridBar {
  readonly id: string;
  readonly technicianId: string;
  readonly start: number;
  readonly end: number;
  private readonly from: Appointment;
  private readonly index: number;

  constructor(from: Appointment, index: number, { technicianId, start, end }: Update) {
    this.id = from.id;
    this.technicianId = technicianId;
    this.start = start;
    this.end = end;
    this.from = from;
    this.index = index;
  }

  moved(update: Update): BenchBar {
    return new BenchBar(this.from, this.index, update);
  }

  get appointmentId(): number {
    return this.index + 1;
  }

  /** Every other appointment was promised for a window of two hours. */
  get windowStart(): number {
    const { start } = this.from;
    return this.index % 2 === 0 ? start - (start % (2 * hour)) : 0;
  }

  get windowEnd(): number {
    return this.index % 2 === 0 ? this.windowStart + 2 * hour : 0;
  }

  get travelMinutes(): number {
    return 10 + (this.index % 3) * 5;
  }

  get status(): BarStatus {
    return statuses[this.from.status] ?? 'scheduled';
  }

  get flags(): BarFlags {
    return flagsOf(this.index);
  }

  get text(): BarWords {
    const [type = '', customer = ''] = this.from.title.split(' · ');
    const { index } = this;
    const street = `${10 + (index % 88)} ${streets[index % 4]}`;
    return { type, customer, street, number: `#${1000 + index}` };
  }
}

/** Overlaps with the target lane and overtime: the work a real preview does at least. */
function preview(candidate: Candidate): Consequences {
  const lines: string[] = [];
  for (const bar of grid.barsOf(candidate.technicianId)) {
    const minutes = (Math.min(bar.end, candidate.end) - Math.max(bar.start, candidate.start)) / 60_000;
    if (bar.id !== candidate.barId && minutes > 0)
      lines.push(`Overlaps ${bar.text.number} by ${minutes} min`);
  }
  const over = ((candidate.end % (24 * hour)) - 17 * hour) / 60_000;
  if (over > 0) lines.push(`${over} min overtime`);
  return {
    severity: lines.length > 0 ? 'soft' : 'ok',
    lines: lines.length > 0 ? lines : ['Window kept · travel 12 min'],
  };
}

function clock(ms: number): string {
  const minutes = Math.floor(ms / 60_000) % 1440;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function moved(id: string, update: Update): GridBar {
  return (grid.bar(id) as BenchBar).moved(update);
}

function mount(data: BenchData): void {
  const host = document.querySelector<HTMLElement>('#app')!;
  const technicians = data.technicians.map((technician) => technicianOf(technician, data));
  const bars = data.appointments.map((appointment, index) => new BenchBar(appointment, index, appointment));
  const numbers = new Map(technicians.map((technician, index) => [technician.id, index]));
  grid = createBoardGrid(host, {
    label: 'Dispatch board',
    view: { ...data.view, rowHeight: 40, labelWidth: data.labelWidth },
    now: data.view.start + 4.7 * hour,
    zone: 'UTC',
    formatHour: clock,
    formatTime: clock,
    formatTimes: (start, end) => `${clock(start)}–${clock(end)}`,
    preview,
    laneState: (id) => (numbers.get(id)! % 9 === 8 ? 'no Gas licence' : null),
    onDrop: ({ barId, toTechnicianId, start, end }) => {
      if (barId === null) return;
      grid.applyChanges({ upsert: [moved(barId, { technicianId: toTechnicianId as string, start, end })] });
    },
  });
  grid.setData(technicians, bars);
}

const bench = {
  name: 'truckroll',
  version: '0',
  barSelector: '.tr-rows .tr-bar',
  mount,
  scrollEl: () => grid.scroller,
  hScrollEl: () => grid.scroller,
  appointmentEl: (id: string) => grid.elementOf(id),
  updateOne(id: string, update: Update) {
    grid.applyChanges({ upsert: [moved(id, update)] });
  },
  updateBatch(updates: readonly (Update & { id: string })[]) {
    const last = new Map(updates.map((update) => [update.id, update]));
    grid.applyChanges({ upsert: [...last.values()].map((update) => moved(update.id, update)) });
  },
  stateOf: (id: string) => grid.bar(id),
  /** For the DOM budget and screenshots. */
  grid: () => grid,
};

declare global {
  interface Window {
    bench?: typeof bench;
  }
}

// The app has its font before the board is drawn; without this the first paint would be measured twice.
document.fonts.load('600 12px "Inter Variable"').finally(() => {
  window.bench = bench;
});

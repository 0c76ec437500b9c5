/** The tray's tabs: what is in each, in which order, and what a search finds. Pure. */
import type { AppointmentView } from '#contract/job.ts';
import { JOB_PRIORITIES } from '#domain/job/job-card.ts';
import { type Instant, minutesBetween } from '#domain/time.ts';
import { isLate, isParkedVisit, isUnconfirmed, isWaiting } from '../../../parts/visit-flags.ts';

export const TRAY_TABS = ['unassigned', 'holding', 'hold', 'late', 'unconfirmed', 'canceled'] as const;
export type TrayTab = (typeof TRAY_TABS)[number];

export const TRAY_SORTS = ['time', 'priority', 'customer', 'zone', 'duration'] as const;
export type TraySort = (typeof TRAY_SORTS)[number];

export type TrayNames = {
  readonly jobType: (visit: AppointmentView) => string;
  readonly zone: (visit: AppointmentView) => string;
};

const BELONGS: Readonly<Record<TrayTab, (visit: AppointmentView, now: Instant) => boolean>> = {
  unassigned: isWaiting,
  holding: isParkedVisit,
  hold: ({ status }) => status === 'Hold',
  late: isLate,
  unconfirmed: isUnconfirmed,
  canceled: ({ status }) => status === 'Canceled',
};

export const trayOf = (
  visits: readonly AppointmentView[],
  now: Instant,
): Readonly<Record<TrayTab, readonly AppointmentView[]>> => {
  const of = (tab: TrayTab) => visits.filter((visit) => BELONGS[tab](visit, now));
  return {
    unassigned: of('unassigned'),
    holding: of('holding'),
    hold: of('hold'),
    late: of('late'),
    unconfirmed: of('unconfirmed'),
    canceled: of('canceled'),
  };
};

/** What was promised comes before what was planned: the window's start, else the visit's. */
const due = ({ windowStart, start }: AppointmentView): string => windowStart ?? start;
const urgency = ({ priority }: AppointmentView): number => JOB_PRIORITIES.indexOf(priority);
const minutes = ({ start, end }: AppointmentView): number => minutesBetween(start, end);

type Order = (a: AppointmentView, b: AppointmentView, names: TrayNames) => number;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is parked is sought by the time it was parked at. */
export const sortedBy = (tab: TrayTab, sort: TraySort): TraySort | 'start' =>
  tab === 'holding' && sort === 'time' ? 'start' : sort;

const ORDERS: Readonly<Record<TraySort | 'start', Order>> = {
  start: (a, b) => byText(a.start, b.start),
  time: (a, b) => byText(due(a), due(b)) || urgency(b) - urgency(a),
  priority: (a, b) => urgency(b) - urgency(a) || byText(due(a), due(b)),
  customer: (a, b) => a.customerName.localeCompare(b.customerName, 'en-US'),
  zone: (a, b, { zone }) => zone(a).localeCompare(zone(b), 'en-US') || byText(due(a), due(b)),
  duration: (a, b) => minutes(b) - minutes(a) || byText(due(a), due(b)),
};

export const sortTray = (
  visits: readonly AppointmentView[],
  sort: TraySort | 'start',
  names: TrayNames,
): readonly AppointmentView[] => [...visits].sort((a, b) => ORDERS[sort](a, b, names) || a.id - b.id);

/** Every word has to be somewhere: type, customer, address, number, zone, summary. */
export function searchTray(
  visits: readonly AppointmentView[],
  typed: string,
  names: TrayNames,
): readonly AppointmentView[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return visits;
  return visits.filter((visit) => {
    const { customerName, street, city, zip, jobNumber, summary, priority } = visit;
    const text = [
      names.jobType(visit),
      customerName,
      street,
      city,
      zip,
      `#${jobNumber}`,
      names.zone(visit),
      summary,
      priority,
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

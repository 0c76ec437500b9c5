/** Which numbers a role sees on Today and where each leads: what needs them now comes first. */
import type { LinkProps } from '@tanstack/react-router';
import type { Role } from '#domain/roles.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { JobFilters } from '../../data/jobs.ts';
import type { DayCounts } from './day-counts.ts';

export type Figure = {
  readonly id: string;
  readonly label: string;
  /** One line under the number: what it counts. */
  readonly says: string;
  /** From the board day, or by asking for the jobs that match. */
  readonly count: { readonly of: (counts: DayCounts) => number } | { readonly jobs: JobFilters };
  readonly link: Pick<LinkProps, 'to' | 'search'>;
  /** More than none is bad news. */
  readonly isAlarm?: boolean;
};

type FigureContext = { readonly day: Day; readonly start: Instant; readonly end: Instant };

type FigureId = 'late' | 'unassigned' | 'unconfirmed' | 'hold' | 'jobs' | 'working' | 'completed';

const ORDER: Readonly<Record<Role, readonly FigureId[]>> = {
  dispatcher: ['late', 'unassigned', 'unconfirmed', 'hold', 'working', 'jobs'],
  csr: ['unconfirmed', 'unassigned', 'late', 'hold', 'jobs'],
  accounting: ['completed', 'jobs', 'hold'],
  purchasing: ['hold', 'jobs', 'working'],
  admin: ['late', 'unassigned', 'hold', 'jobs', 'completed'],
  technician: [],
};
const LEADING: readonly Role[] = ['dispatcher', 'csr', 'admin', 'accounting', 'purchasing'];

export function figuresFor(roles: readonly Role[], { day, start, end }: FigureContext): Figure[] {
  const tray = (tab: string) => ({ to: '/board' as const, search: { day, tray: tab } });
  const all: Readonly<Record<FigureId, Figure>> = {
    late: {
      id: 'late',
      label: 'Late',
      says: 'nobody there, or running over',
      count: { of: (counts) => counts.late },
      link: tray('late'),
      isAlarm: true,
    },
    unassigned: {
      id: 'unassigned',
      label: 'Unassigned today',
      says: 'visits without a technician',
      count: { of: (counts) => counts.unassigned },
      link: tray('unassigned'),
    },
    unconfirmed: {
      id: 'unconfirmed',
      label: 'Unconfirmed today',
      says: 'customer has not said yes',
      count: { of: (counts) => counts.unconfirmed },
      link: tray('unconfirmed'),
    },
    hold: {
      id: 'hold',
      label: 'On hold',
      says: 'jobs waiting, on any day',
      count: { jobs: { status: ['Hold'] } },
      link: { to: '/jobs', search: { status: ['Hold'] } },
    },
    jobs: {
      id: 'jobs',
      label: 'Jobs today',
      says: 'with a visit today',
      count: { of: (counts) => counts.jobs },
      link: { to: '/board', search: { day } },
    },
    working: {
      id: 'working',
      label: 'At work now',
      says: 'technician on site',
      count: { of: (counts) => counts.working },
      link: { to: '/board', search: { day } },
    },
    completed: {
      id: 'completed',
      label: 'Completed today',
      says: 'jobs, since midnight',
      count: { jobs: { completedFrom: start, completedTo: end } },
      link: { to: '/jobs', search: { completed: day } },
    },
  };
  const leading = LEADING.find((role) => roles.includes(role));
  return leading ? ORDER[leading].map((id) => all[id]) : [];
}

import { clsx } from 'clsx';
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { minutesBetween } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { formatMinutes, formatTimeRange, formatWindow } from '../../../lib/format.ts';
import { visitHue, visitWord } from '../../../parts/status-badges.tsx';
import { StatusIcon } from '../../../ui/status-badge.tsx';
import type { Suggestion } from './suggestion.ts';

export type TrayCardProps = {
  visit: AppointmentView;
  setup: Setup;
  zone: string;
  isLate: boolean;
  isOpen: boolean;
  suggestion: Suggestion | null | undefined;
  tabIndex: number;
  onOpen: () => void;
  onPress: (event: ReactPointerEvent) => void;
};

/** A visit waiting in the tray: what, when, who and where, what it takes, and who could. */
export function TrayCard({
  visit,
  setup,
  zone,
  isLate,
  isOpen,
  suggestion,
  tabIndex,
  onOpen,
  onPress,
}: TrayCardProps) {
  const { windowStart, windowEnd, priority, status, assignments, hold } = visit;
  const jobType = setup.jobTypes.find(({ id }) => id === visit.jobTypeId);
  const skills = (jobType?.skillIds ?? []).map((id) => nameIn(setup.skills, id));
  const needs = [...skills, formatMinutes(minutesBetween(visit.start, visit.end))].join(', ');
  const isPlain = status === 'Scheduled' && assignments.length === 0;
  return (
    <button
      type="button"
      data-visit={visit.id}
      data-status={visitHue(visit)}
      tabIndex={tabIndex}
      aria-pressed={isOpen}
      aria-keyshortcuts="Enter T"
      onClick={onOpen}
      onPointerDown={onPress}
      className={clsx(
        'block w-full shrink-0 cursor-grab touch-pan-y rounded-md border border-l-[3px] border-line border-l-(--st-edge) bg-surface px-2 py-1.5 text-left hover:bg-hover',
        isOpen && 'outline-2 -outline-offset-1 outline-accent',
        isLate && 'border-danger!',
      )}
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className="min-w-0 truncate font-semibold">
          {isLate && <span className="text-danger">! </span>}
          {nameIn(setup.jobTypes, visit.jobTypeId)}
          {(priority === 'Urgent' || priority === 'High') && (
            <span className="text-danger"> ! {priority}</span>
          )}
        </span>
        <span className="shrink-0 text-muted tabular-nums">
          {windowStart && windowEnd ? formatWindow(windowStart, windowEnd, zone) : 'Any'}
        </span>
      </span>
      <span className="block truncate">
        {visit.customerName} · {visit.street}
      </span>
      <span className="block truncate text-xs text-muted">{needs}</span>
      {!isPlain && (
        <span className="flex min-w-0 items-center gap-1 truncate text-xs text-muted">
          <StatusIcon hue={visitHue(visit)} className="size-3" />
          {visitWord(visit)}
          {hold && `: ${hold.reason}`}
          {assignments.length > 0 &&
            ` · ${assignments.map(({ technicianName }) => technicianName).join(', ')} ${formatTimeRange(visit.start, visit.end, zone)}`}
        </span>
      )}
      {isPlain && suggestion !== undefined && (
        <span className="block truncate text-xs text-accent">
          {suggestion ? `↳ ${suggestion.text}` : '✕ No one free in its window'}
        </span>
      )}
    </button>
  );
}

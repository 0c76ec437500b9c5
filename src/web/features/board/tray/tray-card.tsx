import { clsx } from 'clsx';
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { dayOf, minutesBetween } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { formatDay, formatMinutes, formatTimeRange, formatWindow } from '../../../lib/format.ts';
import { visitHue, visitWord } from '../../../parts/status-badges.tsx';
import { isParkedVisit } from '../../../parts/visit-flags.ts';
import { StatusIcon } from '../../../ui/status-badge.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';

export type TrayCardProps = {
  visit: AppointmentView;
  setup: Setup;
  zone: string;
  /** The board shows several days: the card says which one it is for. */
  isOfWeek: boolean;
  isLate: boolean;
  /** All that was ordered for its job is here, and nobody has booked what goes on with it. */
  isPartsIn: boolean;
  isOpen: boolean;
  /** Who could take it is said; its line is there before it is known, so that the cards below stay where they are. */
  isHinted: boolean;
  /** null: nobody, undefined: not known yet. */
  hint: string | null | undefined;
  tabIndex: number;
  /** Cannot be dragged by this person. */
  isFixed: boolean;
  onOpen: () => void;
  onPress: (event: ReactPointerEvent) => void;
};

/** A visit waiting in the tray: what, when, who and where, what it takes, and who could. */
export function TrayCard({
  visit,
  setup,
  zone,
  isOfWeek,
  isLate,
  isPartsIn,
  isOpen,
  isHinted,
  hint,
  tabIndex,
  isFixed,
  onOpen,
  onPress,
}: TrayCardProps) {
  const { windowStart, windowEnd, priority, status, assignments, hold } = visit;
  const jobType = setup.jobTypes.find(({ id }) => id === visit.jobTypeId);
  const skills = (jobType?.skillIds ?? []).map((id) => nameIn(setup.skills, id));
  const needs = [...skills, formatMinutes(minutesBetween(visit.start, visit.end))].join(', ');
  const lane = isParkedVisit(visit)
    ? setup.holdingLanes.find(({ id }) => id === visit.holdingLaneId)?.name
    : undefined;
  const isPlain = status === 'Scheduled' && assignments.length === 0;
  return (
    <button
      type="button"
      data-visit={visit.id}
      data-status={visitHue(visit)}
      tabIndex={tabIndex}
      aria-pressed={isOpen}
      data-tip={isLate ? 'Late' : undefined}
      data-tip-side="left"
      aria-keyshortcuts={isFixed ? 'Enter' : isPlain ? 'Enter T P S' : 'Enter T P'}
      onClick={onOpen}
      onPointerDown={onPress}
      className={clsx(
        'block w-full shrink-0 touch-pan-y select-none rounded-md border border-l-[3px] border-line border-l-(--st-edge) bg-surface px-2 py-1.5 text-left hover:bg-hover',
        isFixed ? 'cursor-pointer' : 'cursor-grab',
        isOpen && 'outline-2 -outline-offset-1 outline-accent',
        isLate && 'border-danger!',
      )}
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className="min-w-0 truncate font-semibold">
          {isLate && (
            <span className="text-danger">
              <span aria-hidden>! </span>
              <VisuallyHidden>Late: </VisuallyHidden>
            </span>
          )}
          {nameIn(setup.jobTypes, visit.jobTypeId)}
          {(priority === 'Urgent' || priority === 'High') && (
            <span className="text-danger"> ! {priority}</span>
          )}
        </span>
        <span className="shrink-0 text-muted tabular-nums">
          {isOfWeek && `${formatDay(dayOf(windowStart ?? visit.start, zone)).slice(0, 3)} `}
          {windowStart && windowEnd ? formatWindow(windowStart, windowEnd, zone) : 'Any'}
        </span>
      </span>
      <span className="block truncate">
        <bdi>{visit.customerName}</bdi> · {visit.street}
      </span>
      <span className="block truncate text-xs text-muted">{needs}</span>
      {lane !== undefined && (
        <span className="block truncate text-xs text-muted">
          Parked in {lane}, {formatTimeRange(visit.start, visit.end, zone)}
        </span>
      )}
      {!isPlain && (
        <span className="flex min-w-0 items-center gap-1 text-xs text-muted">
          <StatusIcon hue={visitHue(visit)} className="size-3 shrink-0" />
          <span className="truncate">
            {visitWord(visit)}
            {hold && `: ${hold.reason}`}
            {assignments.length > 0 &&
              ` · ${assignments.map(({ technicianName }) => technicianName).join(', ')} ${formatTimeRange(visit.start, visit.end, zone)}`}
          </span>
        </span>
      )}
      {isPartsIn && <span className="block truncate text-xs text-accent">▣ Parts in</span>}
      {isPlain && isHinted && <span className="block truncate text-xs text-accent">{hintText(hint)}</span>}
    </button>
  );
}

function hintText(hint: string | null | undefined): string {
  if (hint === undefined) return '\u00a0';
  return hint ? `↳ ${hint}` : '✕ Nobody can take it: S says why';
}

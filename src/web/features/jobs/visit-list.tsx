import { useMutation } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Trash2 } from 'lucide-react';
import type { AppointmentView, JobCardView } from '#contract/job.ts';
import { dayOf } from '#domain/time.ts';
import { appointmentMutations } from '../../data/jobs.ts';
import { formatDay, formatTimeRange, formatWindow } from '../../lib/format.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { AssignmentStatusBadge, VisitStatusBadge } from '../../parts/status-badges.tsx';
import { isParkedVisit } from '../../parts/visit-flags.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast-store.ts';
import type { JobCommands } from './use-job-commands.ts';

export type VisitListProps = {
  card: JobCardView;
  may: JobCommands;
  /** The zone of the viewer's board: where a visit's differs, its times say so. */
  viewerZone: string;
  /** The visit shown at the side. */
  openId: number | undefined;
  /** @param byKey the focus is to go along */
  onOpen: (visit: AppointmentView, byKey: boolean) => void;
  onUndo: (operationId: number) => void;
  /** One form for all of them. */
  onEditAll: () => void;
};

/** The job's visits, one line each; a line opens the visit at the side, with everything that can be done with it. */
export function VisitList({ card, may, viewerZone, openId, onOpen, onUndo, onEditAll }: VisitListProps) {
  const remove = useMutation(appointmentMutations.delete());
  const visits = card.appointments.filter(({ active }) => active);
  return (
    <section aria-label="Visits" className="mt-4">
      <h2 className="mb-1 flex min-h-7 items-center gap-1.5 font-semibold">
        Visits <span className="font-normal text-muted tabular-nums">{visits.length}</span>
        <span data-print="hide" className="ml-auto font-normal">
          <Button variant="ghost" onClick={onEditAll}>
            Change all…
          </Button>
        </span>
      </h2>
      <table className="w-full border-separate border-spacing-0 overflow-hidden rounded-lg print:rounded-none print:border-0 border border-line bg-surface text-left">
        <thead className="text-xs text-muted">
          <tr>
            {['#', 'Day', 'Planned', 'Window', 'Status', 'Technicians', 'Customer', ''].map((head) => (
              <th
                key={head}
                scope="col"
                {...(head === '' && { 'data-print': 'hide' })}
                className="border-b border-line px-1.5 py-1.5 font-normal @min-[720px]:px-3"
              >
                {head || <span className="sr-only">Delete</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => (
            <VisitLine
              key={visit.id}
              visit={visit}
              zone={card.job.timeZone}
              viewerZone={viewerZone}
              isOpen={visit.id === openId}
              onOpen={(byKey) => onOpen(visit, byKey)}
              whyNotDelete={may.whyNotDelete(visit.id)}
              busy={remove.isPending}
              onDelete={() =>
                remove.mutate(
                  { id: visit.id },
                  {
                    onSuccess: ({ operationId }) =>
                      toast({
                        title: `Visit ${visit.number} deleted`,
                        tone: 'success',
                        action: { label: 'Undo', act: () => onUndo(operationId) },
                      }),
                    onError: (error) =>
                      toast({ title: 'Not deleted', body: errorText(error), tone: 'error' }),
                  },
                )
              }
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type VisitLineProps = {
  visit: AppointmentView;
  zone: string;
  viewerZone: string;
  isOpen: boolean;
  onOpen: (byKey: boolean) => void;
  whyNotDelete: string | undefined;
  busy: boolean;
  onDelete: () => void;
};

/** Beside the side panel of a laptop times go on two lines, so that no column is cut off. */
const cell = 'border-b border-line px-1.5 py-1.5 group-last:border-b-0 @min-[720px]:px-3';
const times = 'min-w-16 tabular-nums @min-[720px]:whitespace-nowrap';

function VisitLine({
  visit,
  zone,
  viewerZone,
  isOpen,
  onOpen,
  whyNotDelete,
  busy,
  onDelete,
}: VisitLineProps) {
  const { number, start, end, windowStart, windowEnd, assignments, isConfirmed, hold, specialInstructions } =
    visit;
  return (
    // The button in the line is for the keyboard; a click anywhere else on the line does the same.
    <tr
      onClick={({ target }) => (target as Element).closest('button') === null && onOpen(false)}
      className={clsx('group', isOpen ? 'bg-accent-soft' : 'hover:bg-off')}
    >
      <td className={cell}>
        <button
          type="button"
          aria-label={`Open visit ${number}`}
          aria-pressed={isOpen}
          // A click made by a key has no clicks counted.
          onClick={({ detail }) => onOpen(detail === 0)}
          className="min-h-6 min-w-6 font-medium text-accent tabular-nums underline-offset-2 hover:underline"
        >
          {number}
        </button>
      </td>
      <td className={clsx(cell, 'whitespace-nowrap')}>{formatDay(dayOf(start, zone))}</td>
      <td className={clsx(cell, times)}>{formatTimeRange(start, end, zone, { viewerZone })}</td>
      <td className={clsx(cell, times)}>
        {windowStart && windowEnd ? (
          formatWindow(windowStart, windowEnd, zone)
        ) : (
          <span className="text-faint">none</span>
        )}
      </td>
      <td className={cell}>
        <VisitStatusBadge visit={visit} />
        {hold && <p className="mt-0.5 text-xs text-muted">{hold.reason}</p>}
      </td>
      <td className={cell}>
        {assignments.length === 0 && (
          <span className="text-faint">
            {isParkedVisit(visit) ? 'nobody yet, parked on the board' : 'nobody yet'}
          </span>
        )}
        {assignments.map((one) => (
          <p key={one.id} className="flex flex-wrap items-center gap-x-1.5">
            <span className="min-w-20 wrap-anywhere">{one.technicianName}</span>{' '}
            <AssignmentStatusBadge assignment={one} />
          </p>
        ))}
        {specialInstructions && (
          <p className="mt-0.5 line-clamp-2 text-xs wrap-anywhere text-muted">{specialInstructions}</p>
        )}
      </td>
      <td className={clsx(cell, 'text-xs text-muted @min-[720px]:whitespace-nowrap')}>
        {isConfirmed ? 'confirmed' : 'not confirmed'}
      </td>
      <td data-print="hide" className={clsx(cell, 'w-8 text-right @min-[720px]:w-10')}>
        <IconButton
          label={`Delete visit ${number}`}
          icon={<Trash2 aria-hidden />}
          busy={busy}
          disabledReason={whyNotDelete}
          onClick={onDelete}
        />
      </td>
    </tr>
  );
}

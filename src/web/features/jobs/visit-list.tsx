import { useMutation } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Trash2 } from 'lucide-react';
import type { AppointmentView, JobCardView } from '#contract/job.ts';
import { dayOf } from '#domain/time.ts';
import { appointmentMutations } from '../../data/jobs.ts';
import { clock } from '../../lib/clock.ts';
import { formatDay, formatTimeRange, formatWindow } from '../../lib/format.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { AssignmentStatusBadge, VisitStatusBadge } from '../../parts/status-badges.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast-store.ts';
import type { JobCommands } from './use-job-commands.ts';

export type VisitListProps = {
  card: JobCardView;
  may: JobCommands;
  /** The visit shown at the side. */
  openId: number | undefined;
  onOpen: (visit: AppointmentView) => void;
  onUndo: (operationId: number) => void;
};

/** The job's visits, one line each; a line opens the visit at the side, with everything that can be done with it. */
export function VisitList({ card, may, openId, onOpen, onUndo }: VisitListProps) {
  const remove = useMutation(appointmentMutations.delete());
  const visits = card.appointments.filter(({ active }) => active);
  return (
    <section aria-label="Visits" className="mt-4">
      <h2 className="mb-1 flex min-h-7 items-center gap-1.5 font-semibold">
        Visits <span className="font-normal text-muted tabular-nums">{visits.length}</span>
      </h2>
      <table className="w-full border-separate border-spacing-0 overflow-hidden rounded-lg border border-line bg-surface text-left">
        <thead className="text-xs text-muted">
          <tr>
            {['#', 'Day', 'Planned', 'Window', 'Status', 'Technicians', 'Customer', ''].map((head) => (
              <th key={head} scope="col" className="border-b border-line px-3 py-1.5 font-normal">
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
              isOpen={visit.id === openId}
              onOpen={() => onOpen(visit)}
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
  isOpen: boolean;
  onOpen: () => void;
  whyNotDelete: string | undefined;
  busy: boolean;
  onDelete: () => void;
};

const cell = 'border-b border-line px-3 py-1.5 group-last:border-b-0';

function VisitLine({ visit, zone, isOpen, onOpen, whyNotDelete, busy, onDelete }: VisitLineProps) {
  const { number, start, end, windowStart, windowEnd, assignments, isConfirmed, hold, specialInstructions } =
    visit;
  const viewerZone = clock.zone();
  return (
    // The button in the line is for the keyboard; a click anywhere else on the line does the same.
    <tr
      onClick={({ target }) => (target as Element).closest('button') === null && onOpen()}
      className={clsx('group', isOpen ? 'bg-accent-soft' : 'hover:bg-off')}
    >
      <td className={cell}>
        <button
          type="button"
          aria-label={`Open visit ${number}`}
          aria-pressed={isOpen}
          onClick={onOpen}
          className="min-h-6 min-w-6 font-medium text-accent tabular-nums underline-offset-2 hover:underline"
        >
          {number}
        </button>
      </td>
      <td className={clsx(cell, 'whitespace-nowrap')}>{formatDay(dayOf(start, zone))}</td>
      <td className={clsx(cell, 'whitespace-nowrap tabular-nums')}>
        {formatTimeRange(start, end, zone, { viewerZone })}
      </td>
      <td className={clsx(cell, 'whitespace-nowrap tabular-nums')}>
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
        {assignments.length === 0 && <span className="text-faint">nobody yet</span>}
        {assignments.map((one) => (
          <p key={one.id} className="flex items-center gap-1.5">
            {one.technicianName} <AssignmentStatusBadge assignment={one} />
          </p>
        ))}
        {specialInstructions && (
          <p className="mt-0.5 line-clamp-2 text-xs text-muted">{specialInstructions}</p>
        )}
      </td>
      <td className={clsx(cell, 'text-xs whitespace-nowrap text-muted')}>
        {isConfirmed ? 'confirmed' : 'not confirmed'}
      </td>
      <td className={clsx(cell, 'w-10 text-right')}>
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

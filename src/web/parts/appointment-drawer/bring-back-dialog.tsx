import { useState } from 'react';
import type { AppointmentView, JobView } from '#contract/job.ts';
import { dayOf } from '#domain/time.ts';
import { formatDay, formatTimeRange } from '../../lib/format.ts';
import type { NewTimes } from './times-form.tsx';
import { VisitTimeDialog } from './visit-time-dialog.tsx';

export type PlannedAnew = NewTimes & { readonly appointmentId: number };

export type BringBackDialogProps = {
  job: JobView;
  /** Those whose time is over (`domain/job/returning.ts`); never empty. */
  visits: readonly AppointmentView[];
  busy: boolean;
  onClose: () => void;
  onPlanned: (visits: readonly PlannedAnew[]) => void;
};

/** A new time for each visit that would come back into the past, one after another; then the job comes back. */
export function BringBackDialog({ job, visits: over, busy, onClose, onPlanned }: BringBackDialogProps) {
  // As they are when it opens: one that is over meanwhile, or gone, must not move the others' place in the row.
  const [visits] = useState(over);
  const [planned, setPlanned] = useState<readonly PlannedAnew[]>([]);
  const visit = visits[planned.length] ?? visits.at(-1)!;
  const isLast = planned.length >= visits.length - 1;
  const was = `${formatDay(dayOf(visit.start, job.timeZone))}, ${formatTimeRange(visit.start, visit.end, job.timeZone)}`;
  return (
    <VisitTimeDialog
      key={visit.id}
      job={job}
      like={visit}
      title={`When is visit ${visit.number} to be?`}
      description={`It was planned for ${was}, which is over. Whoever had it has it again if they are free then.`}
      action={isLast ? 'Remove cancellation' : 'Next visit'}
      busy={busy}
      onClose={onClose}
      onTime={(times) => {
        const all = [...planned.slice(0, visits.length - 1), { appointmentId: visit.id, ...times }];
        if (isLast) onPlanned(all);
        else setPlanned(all);
      }}
    />
  );
}

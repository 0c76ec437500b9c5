import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppointmentView, JobCardView } from '#contract/job.ts';
import {
  addDays,
  addMinutes,
  atLocalTime,
  dayOf,
  type Instant,
  laterOf,
  localTime,
  minutesBetween,
} from '#domain/time.ts';
import { jobMutations } from '../../data/jobs.ts';
import { clock } from '../../lib/clock.ts';
import { TimesForm } from '../../parts/appointment-drawer/times-form.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast-store.ts';

export type AddVisitDialogProps = {
  card: JobCardView;
  /** Its length and time of day are offered again. */
  like: AppointmentView;
  onClose: () => void;
  onAdded: (visit: AppointmentView | undefined) => void;
  onUndo: (operationId: number) => void;
};

/** One more visit: the day after the last one or tomorrow, at the same time of day, until it is typed over. */
export function AddVisitDialog({ card, like, onClose, onAdded, onUndo }: AddVisitDialogProps) {
  const { id, number, timeZone } = card.job;
  const wording = useValueWording(timeZone);
  const add = useMutation(jobMutations.addAppointment());
  const [offered] = useState(() => offeredTimes(like, timeZone, clock.now()));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      keepOnOutsidePress
      title={`Add a visit to job ${number}`}
      description="It waits in the tray until a technician is assigned."
    >
      <TimesForm
        visit={{ ...like, ...offered }}
        zone={timeZone}
        busy={add.isPending}
        onCancel={onClose}
        onSave={(times) =>
          add.mutate(
            { id, ...times },
            {
              onSuccess: ({ cards, operationId }) => {
                const known = new Set(card.appointments.map((one) => one.id));
                const added = cards
                  .flatMap(({ appointments }) => appointments)
                  .find((one) => !known.has(one.id));
                toast({
                  title: `Visit ${added?.number ?? ''} added to job ${number}`,
                  tone: 'success',
                  action: { label: 'Undo', act: () => onUndo(operationId) },
                });
                onAdded(added);
              },
            },
          )
        }
      />
      <div className="mt-2">
        <ProblemNote error={add.error} wording={wording} />
      </div>
    </Dialog>
  );
}

function offeredTimes({ start, end }: AppointmentView, zone: string, now: Instant) {
  const dayAfter = addDays(dayOf(laterOf(start, now), zone), 1);
  const at = atLocalTime(dayAfter, localTime(start, zone), zone);
  const from = at.kind === 'unique' ? at.instant : at.kind === 'ambiguous' ? at.earlier : at.after;
  return {
    start: from,
    end: addMinutes(from, minutesBetween(start, end)),
    windowStart: null,
    windowEnd: null,
  };
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppointmentView, JobCardView } from '#contract/job.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { jobMutations } from '../../data/jobs.ts';
import { problemOf } from '../../lib/api.ts';
import { hasRight } from '../../lib/session.ts';
import type { NewTimes } from '../../parts/appointment-drawer/times-form.tsx';
import { VisitTimeDialog } from '../../parts/appointment-drawer/visit-time-dialog.tsx';
import { TechnicianChoice } from '../../parts/bulk/technician-choice.tsx';
import { OverrideDialog } from '../../parts/override-dialog.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { toast } from '../../ui/toast-store.ts';

export type AddVisitDialogProps = {
  card: JobCardView;
  /** Its time of day is offered again for a time without a window. */
  like: AppointmentView;
  onClose: () => void;
  onAdded: (visit: AppointmentView | undefined) => void;
  onUndo: (operationId: number) => void;
};

/** One more visit, with or without technicians. */
export function AddVisitDialog({ card, like, onClose, onAdded, onUndo }: AddVisitDialogProps) {
  const { id, number, timeZone } = card.job;
  const user = useCurrentUser();
  const wording = useValueWording(timeZone);
  const [technicianIds, setTechnicianIds] = useState<readonly number[]>([]);
  const add = useMutation(jobMutations.addAppointment());
  const [asked, setAsked] = useState<NewTimes | null>(null);
  const problem = problemOf(add.error);
  const taken = problem && /^(capacity\.window_full|schedule\.)/.test(problem.code) ? problem : null;
  const send = (times: NewTimes, overrideReason?: string) => {
    setAsked(times);
    const more = { technicianIds: [...technicianIds], ...(overrideReason ? { overrideReason } : {}) };
    add.mutate(
      { id, ...times, ...more },
      {
        onSuccess: ({ cards, operationId }) => {
          const known = new Set(card.appointments.map((one) => one.id));
          const added = cards.flatMap(({ appointments }) => appointments).find((one) => !known.has(one.id));
          toast({
            title: `Visit ${added?.number ?? ''} added to job ${number}`,
            tone: 'success',
            action: { label: 'Undo', act: () => onUndo(operationId) },
          });
          onAdded(added);
        },
      },
    );
  };
  return (
    <VisitTimeDialog
      job={card.job}
      like={like}
      title={`Add a visit to job ${number}`}
      description="Without a technician it waits in the board’s tray."
      action="Add visit"
      busy={add.isPending}
      onClose={onClose}
      onTime={(times) => send(times)}
      problem={
        <>
          <ProblemNote error={taken ? null : add.error} wording={wording} />
          <OverrideDialog
            error={taken}
            wording={wording}
            busy={add.isPending}
            onOverride={(reason) => asked && send(asked, reason)}
            onClose={add.reset}
          />
        </>
      }
    >
      {hasRight(user, 'assignsWhileBooking') && (
        <div className="mb-2.5">
          <TechnicianChoice
            label="Technicians, if it is known who goes"
            value={technicianIds}
            onValueChange={setTechnicianIds}
          />
        </div>
      )}
    </VisitTimeDialog>
  );
}

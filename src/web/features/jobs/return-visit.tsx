import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppointmentView, JobCardView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { appointmentMutations } from '../../data/jobs.ts';
import { offeredTimes } from '../../parts/appointment-drawer/offered-times.ts';
import { TimesForm } from '../../parts/appointment-drawer/times-form.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { toast } from '../../ui/toast-store.ts';
import { comingBack } from './coming-back.ts';

export type ReturnVisitProps = {
  card: JobCardView;
  now: Instant;
  whyNot: string | undefined;
  onUndo: (operationId: number) => void;
};

/** Somebody left and said that they come back, and no time is set: the next day at the same hour is proposed. */
export function ReturnVisit({ card, now, whyNot, onUndo }: ReturnVisitProps) {
  const [planning, setPlanning] = useState<AppointmentView | null>(null);
  const waiting = comingBack(card.appointments, now);
  return (
    <>
      {waiting.map(({ visit, names }) => (
        <div key={visit.id} className="mt-2" data-print="hide">
          <ProblemBanner
            tone="info"
            messages={[
              `${names.join(', ')} left visit ${visit.number} and will come back. No time is set yet.`,
            ]}
            actions={
              <Button disabledReason={whyNot} onClick={() => setPlanning(visit)}>
                Plan the return visit…
              </Button>
            }
          />
        </div>
      ))}
      {planning && (
        <Planning
          visit={planning}
          zone={card.job.timeZone}
          now={now}
          onClose={() => setPlanning(null)}
          onUndo={onUndo}
        />
      )}
    </>
  );
}

type PlanningProps = {
  visit: AppointmentView;
  zone: string;
  now: Instant;
  onClose: () => void;
  onUndo: (operationId: number) => void;
};

function Planning({ visit, zone, now, onClose, onUndo }: PlanningProps) {
  const wording = useValueWording(zone);
  const reschedule = useMutation(appointmentMutations.reschedule());
  const [offered] = useState(() => offeredTimes(visit, zone, now));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      keepOnOutsidePress
      title={`When does visit ${visit.number} go on?`}
      description="The same technicians come back; what they have worked so far is kept."
    >
      <TimesForm
        visit={{ ...visit, ...offered }}
        zone={zone}
        busy={reschedule.isPending}
        onCancel={onClose}
        onSave={(times) =>
          reschedule.mutate(
            { id: visit.id, ...times },
            {
              onSuccess: ({ operationId }) => {
                toast({
                  title: `Visit ${visit.number} goes on later`,
                  tone: 'success',
                  action: { label: 'Undo', act: () => onUndo(operationId) },
                });
                onClose();
              },
            },
          )
        }
      />
      <div className="mt-2">
        <ProblemNote error={reschedule.error} wording={wording} />
      </div>
    </Dialog>
  );
}

import type { AppointmentView, JobCardView } from '#contract/job.ts';
import type { NextStep } from '#domain/job/next-step.ts';
import type { Command } from '../../parts/appointment-drawer/visit-requests.ts';
import { Button } from '../../ui/button.tsx';
import type { JobCommands } from './use-job-commands.ts';

type OnCrew = Extract<NextStep, { readonly technicianIds: readonly number[] }>['type'];
const ON_CREW: Readonly<Record<OnCrew, { word: (name: string) => string; crew: string; done: string }>> = {
  dispatch: { word: (name) => `Dispatch ${name}`, crew: 'Dispatch…', done: 'is on the way' },
  arrive: { word: (name) => `${name} arrived`, crew: 'Arrived…', done: 'arrived' },
  resumeWork: { word: (name) => `${name} resumes`, crew: 'Resume work…', done: 'resumed' },
};
const ON_JOB = {
  completeJob: ['jobs.complete', 'Complete', 'is completed'],
  resumeJob: ['jobs.resume', 'Resume', 'is resumed'],
  reopenJob: ['jobs.reopen', 'Reopen', 'is open again'],
  removeCancellation: ['jobs.removeCancellation', 'Remove cancellation', 'is back'],
} as const;

export type NextButtonProps = {
  card: JobCardView;
  next: NextStep;
  busy: boolean;
  may: JobCommands;
  /** @param on the visit it is about, where it is about one */
  send: (command: Command, done: string, on?: AppointmentView) => void;
  onOpenVisit: (visitId: number) => void;
  /** A canceled job has visits whose time is over: they get a new one first. */
  onBringBack: (() => void) | undefined;
};

/** The step that comes next. Of a crew each has a button of their own: in the visit at the side. */
export function NextButton({ card, next, busy, may, send, onOpenVisit, onBringBack }: NextButtonProps) {
  const { id, number } = card.job;
  const disabledReason = may.whyNotNext(next);
  const common = { size: 'form', busy, disabledReason } as const;
  if (next.type === 'assign') {
    return (
      <Button {...common} variant="primary" onClick={() => onOpenVisit(next.appointmentId)}>
        Assign…
      </Button>
    );
  }
  if ('technicianIds' in next) {
    const { type, appointmentId, technicianIds } = next;
    const [technicianId] = technicianIds;
    const { word, crew, done } = ON_CREW[type];
    const visit = card.appointments.find((one) => one.id === appointmentId);
    const one = visit?.assignments.find((each) => each.technicianId === technicianId);
    return (
      <Button
        {...common}
        variant="primary"
        onClick={() =>
          technicianIds.length === 1 && one
            ? send(
                {
                  command: `appointments.${type}`,
                  input: { id: appointmentId, technicianId: one.technicianId },
                },
                `${one.technicianName} ${done}`,
                visit,
              )
            : onOpenVisit(appointmentId)
        }
      >
        <span className="max-w-48 truncate">
          {technicianIds.length === 1 && one ? word(one.technicianName) : crew}
        </span>
      </Button>
    );
  }
  const [command, verb, done] = ON_JOB[next.type];
  return (
    <Button
      {...common}
      variant={next.type === 'reopenJob' ? 'secondary' : 'primary'}
      onClick={() =>
        next.type === 'removeCancellation' && onBringBack
          ? onBringBack()
          : send({ command, input: { id } }, `Job ${number} ${done}`)
      }
    >
      {next.type === 'removeCancellation' && onBringBack ? `${verb}…` : verb}
    </Button>
  );
}

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { AppointmentView, JobCardView } from '#contract/job.ts';
import { nextStepOf } from '#domain/job/next-step.ts';
import { useNow } from '../../lib/clock.ts';
import { BringBackDialog } from '../../parts/appointment-drawer/bring-back-dialog.tsx';
import { domainCardOf } from '../../parts/appointment-drawer/domain-card.ts';
import type { VisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import type { Command } from '../../parts/appointment-drawer/visit-requests.ts';
import { visitsOver } from '../../parts/appointment-drawer/visits-over.ts';
import { JobReasonDialog } from '../../parts/job-reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { NextButton } from './next-button.tsx';
import type { JobCommands } from './use-job-commands.ts';

export type JobActionsProps = {
  card: JobCardView;
  visit: AppointmentView | undefined;
  may: JobCommands;
  commands: VisitCommands;
  onAddVisit: () => void;
  /** At the side, where technicians are chosen and sent off. */
  onOpenVisit: (visitId: number) => void;
};

/** The step that comes next (`domain/job/next-step.ts`) as the first button, and the others; what is not possible says why. */
export function JobActions({ card, visit, may, commands, onAddVisit, onOpenVisit }: JobActionsProps) {
  const [asking, setAsking] = useState<'Hold' | 'Cancel' | null>(null);
  const [isBringingBack, setBringingBack] = useState(false);
  const now = useNow();
  const { id, number, status } = card.job;
  const busy = commands.sending !== null;
  const send = async (command: Command, done: string, on = visit) =>
    on !== undefined && (await commands.send({ ...command, visit: on, done })) !== null;
  const input = { id };
  const next = nextStepOf(domainCardOf(card));
  // Once the job is back there is none: the dialog is gone, also when a question came in between.
  const over = visitsOver(card, now);
  const isOpen = status === 'Scheduled' || status === 'Dispatched' || status === 'InProgress';
  return (
    <>
      <Button size="form" disabledReason={may.why('jobs.addAppointment')} onClick={onAddVisit}>
        Add visit
      </Button>
      <Button size="form" disabledReason={may.why('jobs.hold')} onClick={() => setAsking('Hold')}>
        Hold…
      </Button>
      <Menu
        trigger={
          <IconButton
            label="More"
            tooltip={false}
            size="form"
            variant="secondary"
            icon={<Ellipsis aria-hidden />}
          />
        }
        entries={[
          {
            label: 'Complete job',
            disabledReason: may.why('jobs.complete'),
            onSelect: () => void send({ command: 'jobs.complete', input }, `Job ${number} is completed`),
          },
          null,
          {
            label: 'Cancel job…',
            danger: true,
            disabledReason: may.why('jobs.cancel'),
            onSelect: () => setAsking('Cancel'),
          },
        ]}
      />
      {isOpen && next.type !== 'completeJob' && (
        <Button
          size="form"
          busy={busy}
          disabledReason={may.why('jobs.complete')}
          onClick={() => void send({ command: 'jobs.complete', input }, `Job ${number} is completed`)}
        >
          Complete
        </Button>
      )}
      <NextButton
        card={card}
        next={next}
        busy={busy}
        may={may}
        send={(command, done, on) => void send(command, done, on)}
        onOpenVisit={onOpenVisit}
        onBringBack={over.length > 0 ? () => setBringingBack(true) : undefined}
      />
      {isBringingBack && over.length > 0 && (
        <BringBackDialog
          job={card.job}
          visits={over}
          busy={busy}
          onClose={() => setBringingBack(false)}
          onPlanned={(visits) =>
            void send(
              { command: 'jobs.removeCancellation', input: { ...input, visits: [...visits] } },
              `Job ${number} is back`,
            )
          }
        />
      )}
      {asking && (
        <JobReasonDialog
          kind={asking}
          jobNumber={String(number)}
          busy={busy}
          onClose={() => setAsking(null)}
          onGive={(command, given, done) => send({ command, input: { ...input, ...given } }, done)}
        />
      )}
    </>
  );
}

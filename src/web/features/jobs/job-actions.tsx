import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { AppointmentView, JobCardView } from '#contract/job.ts';
import type { VisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import type { Command } from '../../parts/appointment-drawer/visit-requests.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { JobCommands } from './use-job-commands.ts';

export type JobActionsProps = {
  card: JobCardView;
  visit: AppointmentView | undefined;
  may: JobCommands;
  commands: VisitCommands;
  onAddVisit: () => void;
};

/** The step that comes next by the job's status, and the others; what is not possible says why. */
export function JobActions({ card, visit, may, commands, onAddVisit }: JobActionsProps) {
  const [asking, setAsking] = useState<'Hold' | 'Cancel' | null>(null);
  const { id, number, status } = card.job;
  const busy = commands.sending !== null;
  const send = async (command: Command, done: string) =>
    visit !== undefined && (await commands.send({ ...command, visit, done })) !== null;
  const input = { id };
  const main =
    status === 'Completed' ? (
      <Button
        size="form"
        busy={busy}
        disabledReason={may.why('jobs.reopen')}
        onClick={() => void send({ command: 'jobs.reopen', input }, `Job ${number} is open again`)}
      >
        Reopen
      </Button>
    ) : status === 'Canceled' ? (
      <Button
        size="form"
        variant="primary"
        busy={busy}
        disabledReason={may.why('jobs.removeCancellation')}
        onClick={() => void send({ command: 'jobs.removeCancellation', input }, `Job ${number} is back`)}
      >
        Remove cancellation
      </Button>
    ) : status === 'Hold' ? (
      <Button
        size="form"
        variant="primary"
        busy={busy}
        disabledReason={may.why('jobs.resume')}
        onClick={() => void send({ command: 'jobs.resume', input }, `Job ${number} is resumed`)}
      >
        Resume
      </Button>
    ) : (
      <Button
        size="form"
        variant="primary"
        busy={busy}
        disabledReason={may.why('jobs.complete')}
        onClick={() => void send({ command: 'jobs.complete', input }, `Job ${number} is completed`)}
      >
        Complete
      </Button>
    );
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
      {main}
      {asking && (
        <ReasonDialog
          open
          kind={asking}
          onClose={() => setAsking(null)}
          title={asking === 'Hold' ? `Hold job ${number}?` : `Cancel job ${number}?`}
          description={
            asking === 'Hold'
              ? 'Every unfinished visit is held; their technicians are free at once.'
              : 'Its technicians are free at once. It can be brought back later.'
          }
          action={asking === 'Hold' ? 'Hold job' : 'Cancel job'}
          busy={busy}
          onConfirm={async (given) => {
            const command = asking === 'Hold' ? 'jobs.hold' : 'jobs.cancel';
            const done = `Job ${number} is ${asking === 'Hold' ? 'on hold' : 'canceled'}`;
            if (await send({ command, input: { ...input, ...given } }, done)) setAsking(null);
          }}
        />
      )}
    </>
  );
}

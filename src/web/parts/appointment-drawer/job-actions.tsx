import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import type { JobOffer } from './offers.ts';
import type { VisitPartProps } from './visit-details.tsx';

const LOADING = 'The job is still being read.';

/** Complete, hold, cancel and their ways back: commands on the whole job. */
export function JobActions({ visit, job, offers, busy, send }: VisitPartProps) {
  const [asking, setAsking] = useState<'Hold' | 'Cancel' | null>(null);
  const input = { id: visit.jobId };
  const number = `#${visit.jobNumber}`;
  const why = (command: JobOffer) => (job ? offers.job(command) : LOADING);
  const plain = (
    command: 'jobs.complete' | 'jobs.resume' | 'jobs.reopen' | 'jobs.removeCancellation',
    word: string,
    done: string,
  ) => (
    <Button
      busy={busy}
      disabledReason={why(command)}
      onClick={() => void send({ command, input }, `Job ${number} ${done}`)}
    >
      {word}
    </Button>
  );
  const status = job?.status ?? visit.jobStatus;
  return (
    <section aria-label="Job actions" className="flex flex-col gap-1.5 border-t border-line pt-3">
      <h3 className="text-xs text-muted">Job {number}</h3>
      <div className="flex flex-wrap gap-1.5">
        {status === 'Completed'
          ? plain('jobs.reopen', 'Reopen job', 'is open again')
          : plain('jobs.complete', 'Complete job', 'is completed')}
        {status === 'Hold' ? (
          plain('jobs.resume', 'Resume job', 'is resumed')
        ) : (
          <Button disabledReason={why('jobs.hold')} onClick={() => setAsking('Hold')}>
            Hold job…
          </Button>
        )}
        {status === 'Canceled' ? (
          plain('jobs.removeCancellation', 'Bring job back', 'is back')
        ) : (
          <Button
            className="text-danger!"
            disabledReason={why('jobs.cancel')}
            onClick={() => setAsking('Cancel')}
          >
            Cancel job…
          </Button>
        )}
      </div>
      {asking && (
        <ReasonDialog
          open
          onClose={() => setAsking(null)}
          kind={asking}
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
    </section>
  );
}

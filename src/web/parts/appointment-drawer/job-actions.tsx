import { useState } from 'react';
import { useNow } from '../../lib/clock.ts';
import { formatTime } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { JobReasonDialog } from '../job-reason-dialog.tsx';
import { BringBackDialog } from './bring-back-dialog.tsx';
import type { JobOffer } from './offers.ts';
import { StepTimeField, useStepTime } from './step-time-field.tsx';
import type { VisitPartProps } from './visit-details.tsx';
import { visitsOver } from './visits-over.ts';

const LOADING = 'The job is still being read.';

/** Complete, hold, cancel and their ways back: commands on the whole job. */
export function JobActions({ visit, zone, job, card, offers, busy, send }: VisitPartProps) {
  const [asking, setAsking] = useState<'Hold' | 'Cancel' | null>(null);
  const [isBringingBack, setBringingBack] = useState(false);
  const now = useNow();
  const over = card ? visitsOver(card, now) : [];
  const input = { id: visit.jobId };
  const number = `#${visit.jobNumber}`;
  const why = (command: JobOffer) => (job ? offers.job(command) : LOADING);
  const plain = (
    command: 'jobs.resume' | 'jobs.reopen' | 'jobs.removeCancellation',
    word: string,
    done: string,
    ask?: () => void,
  ) => (
    <Button
      busy={busy}
      disabledReason={why(command)}
      onClick={ask ?? (() => void send({ command, input }, `Job ${number} ${done}`))}
    >
      {ask ? `${word}…` : word}
    </Button>
  );
  const status = job?.status ?? visit.jobStatus;
  const completion = useStepTime(visit.end, zone);
  const complete = async () => {
    const { at, error } = completion.time;
    const refusal = error ?? (at && offers.completedAt(at));
    completion.refuse(refusal);
    if (refusal !== undefined) return;
    const done = `Job ${number} is completed${at ? `, ${formatTime(at, zone)}` : ''}`;
    const sent = { ...input, ...(at && { completedOn: at }) };
    if (await send({ command: 'jobs.complete', input: sent }, done)) completion.clear();
  };
  return (
    <section aria-label="Job actions" className="flex flex-col gap-1.5 border-t border-line pt-3">
      <h3 className="text-xs text-muted">Job {number}</h3>
      <div className="flex flex-wrap gap-1.5">
        {status === 'Completed' ? (
          plain('jobs.reopen', 'Reopen job', 'is open again')
        ) : (
          <>
            <Button busy={busy} disabledReason={why('jobs.complete')} onClick={() => void complete()}>
              Complete job
            </Button>
            {why('jobs.complete') === undefined && (
              <StepTimeField
                state={completion}
                label={`Time: complete job ${number}`}
                onEnter={() => void complete()}
              />
            )}
          </>
        )}
        {status === 'Hold' ? (
          plain('jobs.resume', 'Resume job', 'is resumed')
        ) : (
          <Button disabledReason={why('jobs.hold')} onClick={() => setAsking('Hold')}>
            Hold job…
          </Button>
        )}
        {status === 'Canceled' ? (
          plain(
            'jobs.removeCancellation',
            'Bring job back',
            'is back',
            over.length > 0 ? () => setBringingBack(true) : undefined,
          )
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
      {isBringingBack && job && over.length > 0 && (
        <BringBackDialog
          job={job}
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
          jobNumber={number}
          busy={busy}
          onClose={() => setAsking(null)}
          onGive={(command, given, done) => send({ command, input: { ...input, ...given } }, done)}
        />
      )}
    </section>
  );
}

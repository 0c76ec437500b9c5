import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Instant } from '#domain/time.ts';
import { historyQueries } from '../../data/history.ts';
import { jobQueries } from '../../data/jobs.ts';
import { nameIn, setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { AppointmentDrawer } from '../../parts/appointment-drawer/appointment-drawer.tsx';
import { useVisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { JobStatusBadge } from '../../parts/status-badges.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Steps } from '../../ui/steps.tsx';
import { AddVisitDialog } from './add-visit-dialog.tsx';
import { InvoiceBox } from './invoice-box.tsx';
import { JobActions } from './job-actions.tsx';
import { JobFacts } from './job-facts.tsx';
import { JobSide } from './job-side.tsx';
import { jobSpine, nextVisit } from './job-spine.ts';
import { useJobCommands } from './use-job-commands.ts';
import { VisitList } from './visit-list.tsx';

/** The page's state in its URL: the visit opened at the side, the past minute looked at. */
export type JobPageSearch = { visit?: number | undefined; at?: Instant | undefined };

/** A job as a document: who, how far, what, its visits, its invoice, its history. The route read the card. */
export function JobPage({ id, search }: { id: number; search: JobPageSearch }) {
  const navigate = useNavigate();
  const { data: card } = useSuspenseQuery(jobQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: history } = useQuery(historyQueries.of('job', id));
  const now = useNow();
  const { job } = card;
  const zone = job.timeZone;
  const commands = useVisitCommands(zone);
  const may = useJobCommands(card);
  const [isAdding, setAdding] = useState(false);
  const visit = nextVisit(card.appointments);
  const open = card.appointments.find((one) => one.id === search.visit && one.active);
  const show = (changes: JobPageSearch) =>
    void navigate({ to: '/jobs/$id', params: { id }, search: { ...search, ...changes }, replace: true });
  const bookedBy = history?.entries.find(({ created }) => created)?.actorName ?? null;
  const stopped = job.canceled ?? job.hold;
  return (
    <SplitPane
      label="Side panel"
      defaultWidth={360}
      side={
        open ? (
          <AppointmentDrawer
            docked
            visit={open}
            zone={zone}
            commands={commands}
            onClose={() => show({ visit: undefined })}
          />
        ) : (
          <JobSide card={card} at={search.at} now={now} onAt={(at) => show({ at })} />
        )
      }
    >
      <PageBar title={`Job ${job.number}`} />
      <div className="px-5 py-3.5">
        <PageHeader
          title={`Job ${job.number}`}
          detail={
            <>
              <span className="min-w-0 truncate">
                {nameIn(setup.jobTypes, job.jobTypeId)} ·{' '}
                <Link to="/customers/$id" params={{ id: job.customerId }} className="underline">
                  {job.customerName}
                </Link>{' '}
                · {job.address}
              </span>
              <JobStatusBadge status={job.status} />
            </>
          }
          actions={
            <JobActions
              card={card}
              visit={visit}
              may={may}
              commands={commands}
              onAddVisit={() => setAdding(true)}
            />
          }
        />
        <div className="mt-3">
          <Steps label="How far the job is" steps={jobSpine({ card, bookedBy, zone })} />
        </div>
        {stopped?.memo && (
          <div className="mt-2">
            <ProblemBanner
              tone="warning"
              title={job.canceled ? `Canceled: ${stopped.reason}` : `On hold: ${stopped.reason}`}
              messages={[stopped.memo]}
            />
          </div>
        )}
        <div className="mt-3">
          <JobFacts card={card} setup={setup} may={may} />
        </div>
        <VisitList
          card={card}
          may={may}
          openId={open?.id}
          onOpen={({ id: visitId }) => show({ visit: visitId })}
          onUndo={commands.undo}
        />
        <InvoiceBox invoice={card.invoice} billTo={job.billToName} />
      </div>
      {isAdding && visit && (
        <AddVisitDialog
          card={card}
          like={visit}
          onClose={() => setAdding(false)}
          onAdded={(added) => {
            setAdding(false);
            if (added) show({ visit: added.id });
          }}
          onUndo={commands.undo}
        />
      )}
      {commands.dialogs}
    </SplitPane>
  );
}

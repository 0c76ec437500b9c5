import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Instant } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { historyQueries } from '../../data/history.ts';
import { jobQueries } from '../../data/jobs.ts';
import { homeZone, nameIn, setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { formatDayTime } from '../../lib/format.ts';
import { AppointmentDrawer } from '../../parts/appointment-drawer/appointment-drawer.tsx';
import { useVisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { PartyLine } from '../../parts/party-line.tsx';
import { PinnedNotes } from '../../parts/pinned-notes.tsx';
import { JobProject } from '../../parts/project/job-project.tsx';
import { JobStatusBadge } from '../../parts/status-badges.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { AddVisitDialog } from './add-visit-dialog.tsx';
import { InvoiceBox } from './invoice-box.tsx';
import { JobActions } from './job-actions.tsx';
import { JobFacts } from './job-facts.tsx';
import { JobSide } from './job-side.tsx';
import { jobSpine, nextVisit } from './job-spine.ts';
import { JobStopped } from './job-stopped.tsx';
import { JobTimesheet } from './job-timesheet.tsx';
import { JobPartsSections } from './parts/job-parts.tsx';
import { PartsIn } from './parts/parts-in.tsx';
import { ReturnVisit } from './return-visit.tsx';
import { useJobCommands } from './use-job-commands.ts';
import { VisitList } from './visit-list.tsx';
import { VisitsEditDialog } from './visits-edit-dialog.tsx';

/** The page's state in its URL: the visit opened at the side, the past minute looked at, whether one more is to be booked. */
export type JobPageSearch = {
  visit?: number | undefined;
  at?: Instant | undefined;
  plan?: 'yes' | undefined;
};

/** A job as a document: who, how far, what, its visits, its invoice, its history. The route read the card. */
export function JobPage({ id, search }: { id: number; search: JobPageSearch }) {
  const navigate = useNavigate();
  const { data: card } = useSuspenseQuery(jobQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: history } = useQuery(historyQueries.of('job', id));
  const user = useCurrentUser();
  const now = useNow();
  const { job } = card;
  const zone = job.timeZone;
  const viewerZone = homeZone(setup, user.businessUnitIds);
  const commands = useVisitCommands(zone);
  const may = useJobCommands(card);
  const isNarrow = useMedia('(width < 1200px)');
  const show = (changes: JobPageSearch) =>
    void navigate({ to: '/jobs/$id', params: { id }, search: { ...search, ...changes }, replace: true });
  const isAdding = search.plan === 'yes';
  const setAdding = (is: boolean) => show({ plan: is ? 'yes' : undefined });
  // Opened by key, or to choose a technician: the focus goes along; a click on a visit leaves it where it is.
  const [takesFocus, setTakesFocus] = useState(false);
  const [isEditingAll, setEditingAll] = useState(false);
  const visit = nextVisit(card.appointments);
  const open = card.appointments.find((one) => one.id === search.visit && one.active);
  // On a phone the side stands below the page: what was opened there comes into sight.
  const sideTop = useRef<HTMLDivElement>(null);
  const openId = open?.id;
  useEffect(() => {
    if (openId !== undefined) sideTop.current?.scrollIntoView?.({ block: 'start' });
  }, [openId]);
  const bookedBy = history?.entries.find(({ created }) => created)?.actorName ?? null;
  return (
    <SplitPane
      stacks
      label="Side panel"
      // On a laptop the document goes first: its visits keep all their columns.
      defaultWidth={isNarrow ? 280 : 360}
      side={
        open ? (
          <div ref={sideTop} className="h-full">
            <AppointmentDrawer
              docked
              isOnJobPage
              takeFocus={takesFocus}
              visit={open}
              zone={zone}
              commands={commands}
              onClose={() => {
                setTakesFocus(false);
                show({ visit: undefined });
              }}
            />
          </div>
        ) : (
          <JobSide card={card} at={search.at} now={now} onAt={(at) => show({ at })} />
        )
      }
    >
      <PageBar title={`Job ${job.number}`} />
      <div className="@container px-5 py-3.5 print:p-0">
        <p className="mb-2 hidden justify-between text-xs print:flex">
          <b>{user.companyName}</b>
          <span>Printed {formatDayTime(now, viewerZone)}</span>
        </p>
        <PageHeader
          title={`Job ${job.number}`}
          detail={
            <>
              <span className="min-w-0 wrap-anywhere">
                {nameIn(setup.jobTypes, job.jobTypeId)} · <PartyLine {...job} />
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
              onOpenVisit={(visitId) => {
                setTakesFocus(true);
                show({ visit: visitId });
              }}
            />
          }
        />
        <div className="mt-3">
          <Steps label="How far the job is" steps={jobSpine({ card, bookedBy, zone, viewerZone })} />
        </div>
        <JobStopped job={job} viewerZone={viewerZone} />
        <ReturnVisit card={card} now={now} whyNot={may.why('jobs.addAppointment')} onUndo={commands.undo} />
        <PartsIn
          jobId={id}
          viewerZone={viewerZone}
          whyNot={may.why('jobs.addAppointment')}
          onSchedule={() => setAdding(true)}
        />
        <PinnedNotes ownerKind="job" ownerId={id} />
        <div className="mt-3">
          <JobFacts card={card} setup={setup} may={may} />
        </div>
        <VisitList
          card={card}
          viewerZone={viewerZone}
          may={may}
          openId={open?.id}
          onOpen={({ id: visitId }, byKey) => {
            setTakesFocus(byKey);
            show({ visit: visitId });
          }}
          onUndo={commands.undo}
          onEditAll={() => setEditingAll(true)}
        />
        <JobProject job={job} />
        <JobPartsSections card={card} viewerZone={viewerZone} />
        <JobTimesheet jobId={id} viewerZone={viewerZone} />
        <InvoiceBox card={card} onUndo={commands.undo} />
      </div>
      {isEditingAll && (
        <VisitsEditDialog card={card} onClose={() => setEditingAll(false)} onUndo={commands.undo} />
      )}
      {isAdding && visit && (
        <AddVisitDialog
          card={card}
          like={visit}
          onClose={() => setAdding(false)}
          onAdded={(added) => {
            show({ plan: undefined, ...(added ? { visit: added.id } : {}) });
          }}
          onUndo={commands.undo}
        />
      )}
      {commands.dialogs}
    </SplitPane>
  );
}

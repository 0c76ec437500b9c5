import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { jobQueries } from '../../data/jobs.ts';
import { nameIn, setupQueries } from '../../data/setup.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HistoryList } from '../history-list.tsx';
import { MoveList } from '../move-list.tsx';
import { useValueWording } from '../use-value-wording.ts';
import { cardOfVisit, domainCardOf } from './domain-card.ts';
import { offersFor, plansOnly } from './offers.ts';
import type { VisitCommands } from './use-visit-commands.tsx';
import { VisitDetails } from './visit-details.tsx';

export type AppointmentDrawerProps = {
  visit: AppointmentView;
  /** The zone times are read in: the board's, the job's. */
  zone: string;
  /** From `useVisitCommands(zone)`; the page renders its dialogs. */
  commands: VisitCommands;
  /** Technicians at work on other jobs, as far as the page knows: they cannot arrive here. */
  workingElsewhere?: ReadonlySet<number> | undefined;
  /** Opens the keyboard's twin of a drag; without it there is no such button. */
  onMoveTo?: (() => void) | undefined;
  /** Opens who could take it; without it there is no such button. */
  onSuggest?: (() => void) | undefined;
  onClose: () => void;
  /** Beside the page in its side column instead of over its right edge. */
  docked?: boolean | undefined;
  /** It stands on the job's own page, which needs no way there. */
  isOnJobPage?: boolean | undefined;
  takeFocus?: boolean | undefined;
};

const NOBODY: ReadonlySet<number> = new Set();

/** One visit with everything that can be done with it; used by the board and the job page. */
export function AppointmentDrawer(props: AppointmentDrawerProps) {
  const { visit, zone, onClose, docked, isOnJobPage, takeFocus, workingElsewhere = NOBODY } = props;
  const user = useCurrentUser();
  const wording = useValueWording(zone);
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: view } = useQuery(jobQueries.detail(visit.jobId));
  const [tab, setTab] = useState<'details' | 'moves' | 'history'>('details');
  const card = useMemo(() => {
    if (!view) return cardOfVisit(visit);
    // The page may know of a move that the job's card has not heard of yet.
    const appointments = view.appointments.map((one) => (one.id === visit.id ? visit : one));
    return domainCardOf({
      ...view,
      appointments: appointments.some(({ id }) => id === visit.id) ? appointments : [...appointments, visit],
    });
  }, [view, visit]);
  const all = offersFor(card, visit.id, user, wording, workingElsewhere);
  const offers = props.commands.plansOnly ? plansOnly(all, props.commands.plansOnly) : all;
  return (
    <Drawer
      open
      onClose={onClose}
      takeFocus={takeFocus}
      title={`#${visit.jobNumber} ${nameIn(setup.jobTypes, visit.jobTypeId)}`}
      className={docked ? 'static! h-full w-full! border-l-0! shadow-none!' : undefined}
      actions={
        !isOnJobPage && (
          <Link to="/jobs/$id" params={{ id: visit.jobId }} className={buttonClass('secondary')}>
            <ExternalLink aria-hidden />
            Open job
          </Link>
        )
      }
    >
      <Tabs
        label="Visit"
        value={tab}
        onValueChange={setTab}
        className="-mt-3"
        panelClassName="pt-3"
        items={[
          {
            id: 'details',
            label: 'Details',
            content: <VisitDetails key={visit.id} {...props} card={view} offers={offers} />,
          },
          {
            id: 'moves',
            label: 'Moves',
            content: <MoveList scope={{ appointmentId: visit.id }} zone={zone} />,
          },
          {
            id: 'history',
            label: 'History',
            content: (
              <>
                <h3 className="text-xs text-muted">Visit {visit.number}</h3>
                <HistoryList kind="appointment" id={visit.id} zone={zone} />
                <h3 className="mt-4 text-xs text-muted">Job #{visit.jobNumber}</h3>
                <HistoryList kind="job" id={visit.jobId} zone={zone} />
              </>
            ),
          },
        ]}
      />
    </Drawer>
  );
}

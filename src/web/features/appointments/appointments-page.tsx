import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { APPOINTMENT_STATUSES } from '#domain/job/job-card.ts';
import { dayOf } from '#domain/time.ts';
import { appointmentQueries } from '../../data/appointments.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { clock } from '../../lib/clock.ts';
import { APPOINTMENT_STATUS_WORDS } from '../../lib/trade-words.ts';
import { BookingLink } from '../../parts/booking-link.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { isFiltered } from '../../parts/list-search.ts';
import { statusTotals } from '../../parts/status-totals.ts';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { appointmentColumns, HIDDEN_AT_FIRST } from './appointment-columns.tsx';
import { AppointmentsBulk } from './appointments-bulk.tsx';
import { type AppointmentsSearch, filtersOf } from './appointments-search.ts';
import { AppointmentsToolbar } from './appointments-toolbar.tsx';

/** All visits from today on, or those looked for; confirmed, moved, held and given to technicians many at once. */
export function AppointmentsPage({ search }: { search: AppointmentsSearch }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const zone = homeZone(setup, user.businessUnitIds);
  const today = dayOf(clock.now(), zone);
  const list = useInfiniteQuery(appointmentQueries.list(filtersOf(search, zone, today)));
  const columns = useMemo(() => appointmentColumns(setup, zone), [setup, zone]);
  const undo = useUndo();
  const address = useListAddress(
    'appointments',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/appointments', search: next, replace: true }),
  );
  return (
    <>
      <ListPage
        title="Visits"
        one="visit"
        list={list}
        fileName="visits.csv"
        columns={columns}
        address={address}
        isFiltered={isFiltered(search)}
        totals={(selected) => statusTotals(APPOINTMENT_STATUSES, APPOINTMENT_STATUS_WORDS, selected)}
        bulkActions={(selected) => (
          <AppointmentsBulk selected={selected} onDone={address.unselect} onUndo={undo.undo} />
        )}
        onOpen={({ jobId, id }) =>
          void navigate({ to: '/jobs/$id', params: { id: jobId }, search: { visit: id } })
        }
        filters={
          <AppointmentsToolbar search={search} setup={setup} today={today} onSearch={address.change} />
        }
        nothing="There are no visits from today on."
        nothingAction={<BookingLink size="form" />}
      />
      <UndoRefusedDialog error={undo.refusal} onClose={undo.dismiss} />
    </>
  );
}

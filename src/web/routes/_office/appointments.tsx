import { createFileRoute } from '@tanstack/react-router';
import { APPOINTMENT_STATUSES } from '#domain/job/job-card.ts';
import { AppointmentsPage } from '../../features/appointments/appointments-page.tsx';
import type { AppointmentsSearch } from '../../features/appointments/appointments-search.ts';
import { dayIn, idIn, idsIn, namesIn, textIn, wordIn, wordsIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/appointments')({
  validateSearch: (search: Record<string, unknown>): AppointmentsSearch => ({
    q: textIn(search.q),
    status: wordsIn(search.status, APPOINTMENT_STATUSES),
    confirmed: wordIn(search.confirmed, ['yes', 'no'] as const),
    technician: search.technician === 'none' ? 'none' : idIn(search.technician),
    bu: idsIn(search.bu),
    type: idsIn(search.type),
    customer: idIn(search.customer),
    project: idIn(search.project),
    day: dayIn(search.day),
    until: dayIn(search.until),
    sort: textIn(search.sort),
    hide: namesIn(search.hide),
  }),
  component: AppointmentsRoute,
});

function AppointmentsRoute() {
  return <AppointmentsPage search={Route.useSearch()} />;
}

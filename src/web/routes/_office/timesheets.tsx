import { createFileRoute } from '@tanstack/react-router';
import { TimesheetsPage } from '../../features/timesheets/timesheets-page.tsx';
import type { TimesheetsSearch } from '../../features/timesheets/timesheets-search.ts';
import { dayIn, idIn, idsIn, namesIn, textIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/timesheets')({
  validateSearch: (search: Record<string, unknown>): TimesheetsSearch => ({
    technician: idIn(search.technician),
    bu: idsIn(search.bu),
    day: dayIn(search.day),
    until: dayIn(search.until),
    sort: textIn(search.sort),
    hide: namesIn(search.hide),
  }),
  component: TimesheetsRoute,
});

function TimesheetsRoute() {
  return <TimesheetsPage search={Route.useSearch()} />;
}

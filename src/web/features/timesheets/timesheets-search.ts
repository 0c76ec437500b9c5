import { addDays, type Day } from '#domain/time.ts';
import type { TimesheetFilters } from '../../data/timesheets.ts';

/** The list's state in its address: `?day=2026-11-16&until=2026-11-20&technician=12`. */
export type TimesheetsSearch = {
  technician?: number | undefined;
  bu?: number[] | undefined;
  /** From that day to `until`, or that one day; left out: the last seven days. */
  day?: Day | undefined;
  until?: Day | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

export function filtersOf({ day, until, technician, bu }: TimesheetsSearch, today: Day): TimesheetFilters {
  const from = day ?? addDays(today, -6);
  const last = until ?? day ?? today;
  return {
    from,
    // The server gives a quarter at once.
    until: last < from ? from : last > addDays(from, 91) ? addDays(from, 91) : last,
    technicianId: technician,
    businessUnitIds: bu,
  };
}

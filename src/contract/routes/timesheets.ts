/** Timesheets, read from the stamps. */
import { type Route, route } from '../endpoint.ts';
import { people } from './roles.ts';

export const timesheets = {
  'timesheets.list': route('GET', '/api/timesheets', {
    summary: 'Travel and work minutes by technician, assignment and day: of some days, or of one job',
    roles: people,
  }),
} as const satisfies Record<string, Route>;

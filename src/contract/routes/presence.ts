/** Who looks at the board, and what its map stands on: of the office, in every mode. */
import { type Route, route } from '../endpoint.ts';
import { office } from './roles.ts';

export const presence = {
  // A read, so that a page that says so by itself keeps no session alive (R6); what it leaves is gone in a minute.
  'presence.say': route('GET', '/api/presence', {
    summary: 'Who looks at which day of the board and has which visit in hand; and that this page does',
    roles: office,
    answeredBy: 'bff',
  }),
  'map.settings': route('GET', '/api/map', {
    summary: 'What the map of the board stands on, as the operator set it up',
    roles: office,
    answeredBy: 'bff',
  }),
} as const satisfies Record<string, Route>;

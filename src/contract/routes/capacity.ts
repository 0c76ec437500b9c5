/** Capacity (domain-rules §9: for CSR and dispatcher). */
import { type Route, route } from '../endpoint.ts';
import { admin, booking } from './roles.ts';

export const capacity = {
  'capacity.windows': route('GET', '/api/capacity/windows', {
    summary:
      'Arrival windows of up to 14 days for a booking: open or closed and why, how full, who could go, the three best',
    roles: booking,
  }),
  'capacity.lint': route('GET', '/api/capacity/lint', {
    summary: 'Check the set-up: what can never work, or not as it was meant',
    roles: admin,
  }),
} as const satisfies Record<string, Route>;

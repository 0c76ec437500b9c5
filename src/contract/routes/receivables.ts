/** What customers owe (domain-rules §8, §9): read by who keeps customers and the books. */
import { type Route, route } from '../endpoint.ts';
import { costKeeping, people } from './roles.ts';

export const receivables = {
  'receivables.ageing': route('GET', '/api/receivables/ageing', {
    summary: 'What is open as of a day by customer or business unit, by how long',
    roles: costKeeping,
  }),
  'receivables.open': route('GET', '/api/receivables/open', {
    summary: 'A customer’s open invoices and payments as of a day',
    roles: people,
  }),
} as const satisfies Record<string, Route>;

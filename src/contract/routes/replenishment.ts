/** Filling up what lies where (domain-rules §5, §9): accounting may look, purchasing and the admin order. */
import { type Route, route } from '../endpoint.ts';
import { buying, purchaseKeeping } from './roles.ts';

export const replenishment = {
  'replenishment.list': route('GET', '/api/replenishment', {
    summary: 'What should be bought for which place, and who sells it',
    roles: buying,
  }),
  'replenishment.raise': route('POST', '/api/replenishment/raise', {
    summary: 'Raise the orders of what was proposed, one for each vendor and place',
    roles: purchaseKeeping,
    idempotency: 'key',
    audit: 'replenishment.raise',
    bodyLimit: 1024 * 1024,
  }),
} as const satisfies Record<string, Route>;

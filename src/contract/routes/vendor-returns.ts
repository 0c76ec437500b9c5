/** Returns to vendors (domain-rules §5, §9): kept by purchasing and the admin; accounting reads them and takes the credit. */
import { type Route, route } from '../endpoint.ts';
import { buying, costKeeping, purchaseKeeping } from './roles.ts';

const step = (
  name: string,
  summary: string,
  roles: typeof purchaseKeeping | typeof costKeeping = purchaseKeeping,
) =>
  route('POST', `/api/vendor-returns/:id/${name}`, {
    summary,
    roles,
    idempotency: 'versions',
    audit: `vendor-return.${name}`,
  });

export const vendorReturns = {
  'vendorReturns.list': route('GET', '/api/vendor-returns', {
    summary: 'Returns to vendors by status, vendor, order, day or text',
    roles: buying,
  }),
  'vendorReturns.get': route('GET', '/api/vendor-returns/:id', {
    summary: 'A return to a vendor with its lines',
    roles: buying,
  }),
  'vendorReturns.create': route('POST', '/api/vendor-returns', {
    summary: 'Write a return of an order’s goods, or a free one',
    roles: purchaseKeeping,
    idempotency: 'key',
    audit: 'vendor-return.create',
    bodyLimit: 1024 * 1024,
  }),
  'vendorReturns.update': route('PATCH', '/api/vendor-returns/:id', {
    summary: 'Change a return that has not gone back yet',
    roles: purchaseKeeping,
    idempotency: 'versions',
    audit: 'vendor-return.update',
    bodyLimit: 1024 * 1024,
  }),
  'vendorReturns.sendBack': step('send-back', 'Say that the goods went back'),
  'vendorReturns.receiveCredit': step('receive-credit', 'Take the vendor’s credit', costKeeping),
  'vendorReturns.cancel': step('cancel', 'Cancel a return'),
} as const satisfies Record<string, Route>;

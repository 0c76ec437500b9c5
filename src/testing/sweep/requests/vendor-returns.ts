/** For every route of `contract/routes/vendor-returns.ts` a request that succeeds. */
import type { vendorReturns } from '#contract/routes/vendor-returns.ts';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import type { Maker } from '../fresh-cards.ts';
import { expectedOf, orderReturnBody, pendingReturn, sentBackReturn } from '../fresh-returns.ts';
import type { Ground } from '../ground.ts';
import { byId, fresh, type RequestsOf, versionOf } from './makers.ts';

const on =
  (make: (ground: Ground) => Promise<ReturnCardView>, more: Readonly<Record<string, unknown>> = {}): Maker =>
  async (ground) => {
    const card = await make(ground);
    return { params: { id: card.vendorReturn.id }, body: { expected: expectedOf(card), ...more } };
  };

export const vendorReturnsRequests: RequestsOf<typeof vendorReturns> = {
  'vendorReturns.list': async ({ mine }) => ({
    query: { q: 'dock', statuses: 'Pending,Returned', vendorId: String(mine.vendorId), from: '2026-01-01' },
  }),
  'vendorReturns.get': byId(({ mine }) => mine.vendorReturnId),
  'vendorReturns.create': async (ground) => ({ body: await orderReturnBody(ground) }),
  'vendorReturns.update': async (ground) => {
    const { mine } = ground;
    const id = mine.vendorReturnId;
    const version = await versionOf(ground, 'vendor_returns', id);
    return {
      params: { id },
      body: {
        expected: [{ kind: 'vendorReturn', id, version }],
        changes: { typeId: mine.setup.returnType, memo: `Changed ${fresh()}` },
        lines: [
          {
            skuId: mine.skuId,
            inventoryLocationId: mine.setup.inventoryLocation,
            quantity: 20_000 + fresh(),
          },
        ],
      },
    };
  },
  'vendorReturns.sendBack': on(pendingReturn),
  'vendorReturns.receiveCredit': on(sentBackReturn, { cents: 1200, number: 'CM-7', on: '2025-11-20' }),
  'vendorReturns.cancel': on(sentBackReturn),
};

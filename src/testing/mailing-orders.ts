/** A company that sends its orders by e-mail, and a mail server that takes or refuses them. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Database } from '#db/database.ts';
import type { DeliveryOption } from '#domain/vendor/delivery.ts';
import { buyingCompany, expectedOf } from './buying.ts';
import type { FixedClock } from './fixed-clock.ts';
import { mailServer, senderTo } from './mail-server.ts';

export const ORDERS = 'orders@harbor.test';

/** A company whose vendor has an address, with a mail server of its own. */
export async function mailingOffice(database: Database, option: DeliveryOption = 'EmailAsExcel') {
  const company = await buyingCompany(database);
  const { vendor, buyer } = company;
  await buyer.call('vendors.update', {
    params: { id: vendor.id },
    body: {
      expected: [{ kind: 'vendor', id: vendor.id, version: vendor.version }],
      changes: { deliveryOption: option, email: ORDERS, contactFirstName: 'Dana' },
    },
  });
  const server = await mailServer();
  const sender = senderTo(database, company.office, server.port);
  const send = async (
    card: OrderCardView,
    more: Partial<BodyIn<'purchaseOrders.send'>> = {},
    { as = buyer, key }: { as?: typeof buyer; key?: string } = {},
  ) =>
    (
      await as.call('purchaseOrders.send', {
        params: { id: card.order.id },
        body: { expected: expectedOf(card), ...more },
        ...(key === undefined ? {} : { key }),
      })
    ).card;
  const stop = async (card: OrderCardView) =>
    (
      await buyer.call('purchaseOrders.stopSending', {
        params: { id: card.order.id },
        body: { expected: expectedOf(card), sendId: card.sends[0]!.id },
      })
    ).card;
  const pass = (minutes: number) => (company.office.clock as FixedClock).advance(minutes * 60_000);
  const verbs = async (id: number) =>
    (await buyer.call('history.get', { params: { kind: 'purchaseOrder', id } })).entries.map(
      ({ verb, changes }) => [verb, changes.find(({ field }) => field === 'sends')?.after],
    );
  return { ...company, server, sender, send, stop, pass, verbs };
}

/** Where the order stands, whether an e-mail is under way, and what became of each, newest first. */
export const states = ({ order, sends }: OrderCardView) => [
  order.status,
  order.sending !== null,
  sends.map(({ state, fault }) => [state, fault]),
];

/**
 * Random steps of receiving over the wire (issue 5, part 4): the server takes and refuses what the pure rules do, and
 * after each step status, shelves, serial numbers and the ledger say the same as the receipts that stand.
 */
import { expect, test } from 'vitest';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { type Chance, seededChance } from '#domain/chance.ts';
import { quantity, rate } from '#domain/money.ts';
import type { OrderCommand, OrderContext } from '#domain/purchasing/commands.ts';
import { decideOrder } from '#domain/purchasing/decide.ts';
import { orderStatus } from '#domain/purchasing/derive.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';
import { type Buying, buyingCompany, codeOf, expectedOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { soak } from '#testing/soak.ts';

/** On one order; a long run takes a new order after so many. */
const PER_ORDER = 60;
const ONE = 10_000;
const PATIENT_MS = 600_000;

type Step = { readonly command: OrderCommand; readonly send: () => Promise<unknown> };
/** `used`: taken from the shelves by a count, by SKU and place. */
type World = { card: OrderCardView; readonly used: Map<string, number>; numbers: number };

const pick = <T>(chance: Chance, of: readonly T[]): T => of[Math.floor(chance() * of.length)]!;

function numbersFor(world: World, count: number): string[] {
  world.numbers += count;
  return Array.from({ length: count }, (_, at) => `S-${world.numbers - at}`);
}

const named =
  (name: 'receive' | 'correctReceipt' | 'cancelReceipt' | 'update', { card }: World, buying: Buying) =>
  (body: object) =>
    buying.buyer.call(`purchaseOrders.${name}`, {
      params: { id: card.order.id },
      key: key(),
      body: { expected: expectedOf(card), ...body } as never,
    });

function stepOf(chance: Chance, world: World, buying: Buying): Step {
  const { card } = world;
  const { shelf, truck, heater } = buying;
  const receipt = card.receipts.length > 0 ? pick(chance, card.receipts) : null;
  const place = () => (chance() < 0.7 ? shelf : truck);
  const kind = chance();
  if (kind < 0.45 || !receipt) {
    const chosen = card.lines.filter(() => chance() < 0.6);
    const lines = (chosen.length > 0 ? chosen : card.lines.slice(0, 1)).map((line) => {
      const count = 1 + Math.floor(chance() * 3);
      const serials = line.skuId === heater ? numbersFor(world, count) : [];
      return { lineId: line.id, inventoryLocationId: place(), quantity: quantity(count * ONE), serials };
    });
    const body = { receivedOn: card.asking.today, lines };
    const command = {
      type: 'receive',
      receiptId: -1,
      number: card.receipts.length + 1,
      vendorInvoiceNumber: '',
      taxCents: 0,
      shippingCents: 0,
      ...body,
      lines: lines.map((line, at) => ({ ...line, id: -2 - at })),
    } as unknown as OrderCommand;
    return { command, send: () => named('receive', world, buying)(body) };
  }
  if (kind < 0.75) {
    const lines = receipt.lines.map((line) => {
      const isNumbered = line.serials.length > 0;
      const serials = isNumbered
        ? line.serials.slice(0, Math.floor(chance() * (line.serials.length + 1)))
        : [];
      const count = isNumbered ? serials.length * ONE : Math.floor(chance() * 4) * ONE;
      return { id: line.id, inventoryLocationId: place(), quantity: quantity(count), serials };
    });
    const body = { receiptId: receipt.id, lines };
    return {
      command: { type: 'correctReceipt', changes: {}, ...body },
      send: () => named('correctReceipt', world, buying)(body),
    };
  }
  if (kind < 0.85) {
    const body = { receiptId: receipt.id };
    return {
      command: { type: 'cancelReceipt', ...body },
      send: () => named('cancelReceipt', world, buying)(body),
    };
  }
  const id = pick(chance, card.lines).id;
  const changes = { quantity: quantity((2 + Math.floor(chance() * 8)) * ONE) };
  return {
    command: { type: 'edit', changes: {}, change: [{ id, changes }] },
    send: () => named('update', world, buying)({ change: [{ id, changes }] }),
  };
}

/** Somebody takes what lies there, or some of it. */
async function use(chance: Chance, world: World, { buyer, shelf, pump }: Buying): Promise<void> {
  const { stock } = await buyer.call('skus.get', { params: { id: pump } });
  const here = stock.find(({ inventoryLocationId }) => inventoryLocationId === shelf)?.onHand ?? 0;
  const left = Math.floor((here / ONE) * chance()) * ONE;
  await buyer.call('skus.count', {
    params: { id: pump },
    key: key(),
    body: { inventoryLocationId: shelf, quantity: left },
  });
  const at = `${pump}@${shelf}`;
  world.used.set(at, (world.used.get(at) ?? 0) + here - left);
}

/** What lies where by the receipts that stand, less what was used. */
function lyingOf({ card, used }: World): { units: Map<string, number>; serials: Map<string, string> } {
  const skuOf = new Map(card.lines.map((line) => [line.id, line.skuId]));
  const units = new Map([...used].map(([at, count]) => [at, -count]));
  const serials = new Map<string, string>();
  for (const line of card.receipts.flatMap(({ lines }) => lines)) {
    const at = `${skuOf.get(line.lineId)}@${line.inventoryLocationId}`;
    units.set(at, (units.get(at) ?? 0) + line.quantity);
    for (const serial of line.serials) serials.set(serial, at);
  }
  return { units, serials };
}

async function check(world: World, { buyer, pump, heater, read }: Buying): Promise<void> {
  const { card } = world;
  expect(await read(card.order.id)).toEqual(card);
  expect(card.order.status).toBe(orderStatus(card as unknown as OrderCard));
  const { units, serials } = lyingOf(world);
  for (const id of [pump, heater]) {
    const { stock } = await buyer.call('skus.get', { params: { id } });
    const lies = stock.map((one) => [`${id}@${one.inventoryLocationId}`, one.onHand] as const);
    const expected = [...units].filter(([at, count]) => at.startsWith(`${id}@`) && count !== 0);
    expect(new Map(lies)).toEqual(new Map(expected));
    const numbers = stock.flatMap((one) =>
      one.serials.map((serial) => [serial, `${id}@${one.inventoryLocationId}`]),
    );
    expect(new Map(numbers as [string, string][])).toEqual(id === heater ? serials : new Map());
  }
}

function contextOf(world: World, { buyer }: Buying): OrderContext {
  const { units, serials } = lyingOf(world);
  const { asking, order } = world.card;
  return {
    now: order.modifiedOn,
    today: asking.today,
    actorId: buyer.actor.userId,
    actorLimitCents: null,
    authorLimitCents: null,
    overReceipt: rate(asking.overReceipt),
    returned: () => quantity(0),
    onHand: (skuId, placeId) => quantity(units.get(`${skuId}@${placeId}`) ?? 0),
    serialAt: (_, serial) => Number(serials.get(serial)?.split('@')[1] ?? 0) || null,
  };
}

/** On an order of its own, until it has had its steps; answers how many were taken. */
async function play(buying: Buying, chance: Chance, steps: number): Promise<number> {
  const { raise, step } = buying;
  const { card } = await step('markSent', await raise());
  const world: World = { card, used: new Map(), numbers: 0 };
  let taken = 0;
  for (let count = 0; count < steps; count++) {
    if (chance() < 0.1) {
      await use(chance, world, buying);
      continue;
    }
    const { command, send } = stepOf(chance, world, buying);
    const predicted = decideOrder(world.card as unknown as OrderCard, command, contextOf(world, buying));
    const code = await codeOf(send());
    expect(code, JSON.stringify(command)).toBe(predicted.ok ? 'ok' : predicted.refusal.code);
    world.card = await buying.read(card.order.id);
    if (code === 'ok') taken += 1;
    await check(world, buying);
  }
  return taken;
}

eachEngine('receiving at random', (database) => {
  test(
    '300 steps: the server takes and refuses what the rules do, and everything adds up after each',
    async () => {
      const { seed, numRuns } = soak(300);
      const chance = seededChance(seed);
      let taken = 0;
      for (let done = 0; done < numRuns; done += PER_ORDER) {
        const buying = await buyingCompany(database(), 1 + done / PER_ORDER);
        taken += await play(buying, chance, Math.min(PER_ORDER, numRuns - done));
      }
      // Most of what is tried at random is refused; enough of it must not be.
      expect(taken).toBeGreaterThan(numRuns * 0.25);
    },
    PATIENT_MS,
  );
});

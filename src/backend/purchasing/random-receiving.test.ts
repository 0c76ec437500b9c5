/**
 * Random steps of receiving, returning and billing over the wire (issue 5, part 4): the server takes and refuses what the
 * pure rules do, and after each step status, shelves, serial numbers, ledger, bills and average costs say the same.
 */
import { afterAll, expect, test } from 'vitest';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import { type Chance, seededChance } from '#domain/chance.ts';
import { cents, quantity } from '#domain/money.ts';
import type { OrderCommand } from '#domain/purchasing/commands.ts';
import { decideOrder } from '#domain/purchasing/decide.ts';
import { orderStatus } from '#domain/purchasing/derive.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';
import {
  checked,
  decideReturn,
  type ReturnCommand,
  type ReturnContext,
  returnableOf,
  returnedOf,
  type VendorReturn,
} from '#domain/purchasing/vendor-return.ts';
import { codeOf, expectedOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { billStepOf, checkBills } from '#testing/random-bills.ts';
import { backOf, contextOf, lyingOf, ONE, pick, type Step, type World } from '#testing/random-receiving.ts';
import { type Returning, returningCompany } from '#testing/returning.ts';
import { SOAK_TIMEOUT_MS, soak } from '#testing/soak.ts';

/** On one order; a long run takes a new order after so many. */
const PER_ORDER = 60;

function numbersFor(world: World, count: number): string[] {
  world.numbers += count;
  return Array.from({ length: count }, (_, at) => `S-${world.numbers - at}`);
}

const named =
  (name: 'receive' | 'correctReceipt' | 'cancelReceipt' | 'update', { card }: World, buying: Returning) =>
  (body: object) =>
    buying.buyer.call(`purchaseOrders.${name}`, {
      params: { id: card.order.id },
      key: key(),
      body: { expected: expectedOf(card), ...body } as never,
    });

function orderStepOf(
  chance: Chance,
  world: World,
  buying: Returning,
): Omit<Step, 'decide' | 'command'> & { readonly command: OrderCommand } {
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

/** A return is written, sent back, credited or canceled: now and then of more than is here, or of another's numbers. */
function returnStepOf(chance: Chance, world: World, buying: Returning): Step {
  const { card, returns } = world;
  const { shelf, truck, heater, defective, core, buyer, give } = buying;
  const asking = (id: number): ReturnContext => {
    const others = returns.map(backOf).filter((one) => one.id !== id);
    const returned = (lineId: number) => returnedOf(others, lineId);
    const receipts = (card as unknown as OrderCard).receipts;
    return { ...contextOf(world, buying), returnable: returnableOf(receipts, returned) };
  };
  const keep = (now: ReturnCardView) => {
    world.returns = [...returns.filter((one) => one.vendorReturn.id !== now.vendorReturn.id), now];
  };
  const last = returns.at(-1);
  if (!last || chance() < 0.4) {
    const line = pick(chance, card.lines);
    const isNumbered = line.skuId === heater;
    const came = card.receipts.flatMap(({ lines }) => lines).filter(({ lineId }) => lineId === line.id);
    const serials = isNumbered ? came.flatMap((one) => one.serials).slice(0, chance() < 0.8 ? 1 : 2) : [];
    const count = isNumbered ? Math.max(1, serials.length) : 1 + Math.floor(chance() * 3);
    const placeId = came[0]?.inventoryLocationId ?? (chance() < 0.8 ? shelf : truck);
    const typeId = chance() < 0.85 ? defective : core;
    const given = {
      lineId: line.id,
      inventoryLocationId: placeId,
      quantity: quantity(count * ONE),
      serials,
    };
    const body = { orderId: card.order.id, typeId, lines: [given] };
    const written = { id: -1, restockingFeeCents: cents(0), lines: [{ ...line, ...given }] };
    return {
      command: { type: 'write', ...body },
      decide: () => checked(written as unknown as VendorReturn, asking(-1)),
      send: async () => keep((await buyer.call('vendorReturns.create', { key: key(), body })).card),
    };
  }
  const of = chance() < 0.7 ? last : pick(chance, returns);
  const CREDIT = { type: 'receiveCredit', ...buying.CREDIT } as unknown as ReturnCommand;
  const command = pick<ReturnCommand>(chance, [
    { type: 'sendBack' },
    { type: 'sendBack' },
    { type: 'cancel' },
    CREDIT,
  ]);
  return {
    command: { ...command, id: of.vendorReturn.id },
    decide: () => decideReturn(backOf(of), command, asking(of.vendorReturn.id)),
    send: async () => keep((await give(command.type as 'sendBack', of)).card),
  };
}

function stepOf(chance: Chance, world: World, buying: Returning): Step {
  if (world.card.receipts.length > 0 && chance() < 0.35) return returnStepOf(chance, world, buying);
  const step = orderStepOf(chance, world, buying);
  return {
    ...step,
    decide: () => decideOrder(world.card as unknown as OrderCard, step.command, contextOf(world, buying)),
  };
}

/** Somebody takes what lies there, or some of it. */
async function use(chance: Chance, world: World, { buyer, shelf, pump }: Returning): Promise<void> {
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

async function check(world: World, { buyer, pump, heater, read }: Returning): Promise<void> {
  const { card } = world;
  expect(await read(card.order.id)).toEqual(card);
  expect(card.order.status).toBe(orderStatus(card as unknown as OrderCard));
  const returned = card.lines.map(({ id }) => ({
    lineId: id,
    quantity: returnedOf(world.returns.map(backOf), id),
  }));
  const statuses = world.returns.map(({ vendorReturn: { id, status } }) => ({ id, status }));
  expect(card.returns).toHaveLength(statuses.length);
  expect(card.returns).toEqual(expect.arrayContaining(statuses.map((one) => expect.objectContaining(one))));
  expect(card.asking.returned).toEqual(returned.filter((one) => one.quantity > 0));
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

/** On an order of its own, until it has had its steps; answers how many were taken. */
async function play(buying: Returning, chance: Chance, steps: number): Promise<number> {
  const { raise, step } = buying;
  const { card } = await step('markSent', await raise());
  const world: World = { card, returns: [], used: new Map(), numbers: 0 };
  let taken = 0;
  for (let count = 0; count < steps; count++) {
    if (chance() < 0.1) {
      await use(chance, world, buying);
      continue;
    }
    const settled = chance() < 0.15 ? await billStepOf(chance, world, buying) : null;
    const { command, decide, send } = settled ?? stepOf(chance, world, buying);
    const predicted = decide();
    const code = await codeOf(send());
    expect(code, JSON.stringify(command)).toBe(predicted.ok ? 'ok' : predicted.refusal.code);
    world.card = await buying.read(card.order.id);
    if (code === 'ok') taken += 1;
    await check(world, buying);
    // Each bill is read whole: after every step it would take as long as all else.
    if (settled || count % 5 === 0) await checkBills(world, buying);
  }
  return taken;
}

eachEngine('receiving, returning and billing at random', (database, engine) => {
  const lines: string[] = [];
  afterAll(() => console.info([`Receiving on ${engine}:`, ...lines].join('\n  ')));
  test(
    '300 steps: the server takes and refuses what the rules do, and everything adds up after each',
    async () => {
      const { seed, numRuns } = soak(300);
      const chance = seededChance(seed);
      let taken = 0;
      for (let done = 0; done < numRuns; done += PER_ORDER) {
        const buying = await returningCompany(database(), 1 + done / PER_ORDER);
        taken += await play(buying, chance, Math.min(PER_ORDER, numRuns - done));
      }
      lines.push(`seed ${seed}: ${numRuns} steps, ${taken} taken, the others refused as the rules do`);
      // Most of what is tried at random is refused; enough of it must not be.
      expect(taken).toBeGreaterThan(numRuns * 0.25);
    },
    SOAK_TIMEOUT_MS,
  );
});

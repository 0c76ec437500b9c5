/** Random steps on one order, its receipts, returns and bills, and what lies on the shelves by the ledger. */
import type { Chance } from '../chance.ts';
import type { Id } from '../ids.ts';
import { cents, quantity, rate, unitPrice } from '../money.ts';
import { receivedByLine } from '../purchasing/amounts.ts';
import type { OrderCommand, OrderContext } from '../purchasing/commands.ts';
import { decideOrder } from '../purchasing/decide.ts';
import {
  after,
  card,
  context,
  HEATER,
  line,
  now,
  PUMP,
  receiving,
  SHELF,
  TRUCK,
  units,
} from '../purchasing/order.fixture.ts';
import type { OrderCard, ReceiptLine } from '../purchasing/purchase-order.ts';
import { movementsBetween, type StockMovement } from '../purchasing/stock.ts';
import {
  decideReturn,
  type ReturnCommand,
  returnedOf,
  returnMovements,
  type VendorReturn,
} from '../purchasing/vendor-return.ts';
import type { Bill, Difference } from './bill.ts';
import { type BillCommand, decideBill } from './decide.ts';
import { billsAfter } from './follow.ts';
import { matchBill } from './match.ts';

const STAMP = { by: 903, at: now };
const { today: TODAY } = context();
export const TOLERANCES = { overReceipt: rate(250_000), price: rate(20_000) };
export const PIPE = 72;

/** All there is to one order, and what lies on the shelves by the ledger. */
export type World = {
  card: OrderCard;
  bills: readonly Bill[];
  returns: readonly VendorReturn[];
  onHand: Map<string, number>;
  serials: Map<string, Id>;
  /** Given by vendors: never to change. */
  papers: Map<Id, string>;
  /** Taken from the shelves by technicians. */
  used: number;
};

let nextId = 1000;
export const newId = () => nextId++;
export const spot = (skuId: Id, placeId: Id) => `${skuId}@${placeId}`;

export const fresh = (): World => ({
  card: after(
    card({ tax: { kind: 'Rate', rate: rate(62_500) } }, [
      line({ quantity: units(10) }),
      line({
        id: 12,
        position: 2,
        skuId: HEATER,
        serialized: true,
        quantity: units(3),
        cost: unitPrice(7_120_000),
      }),
      line({ id: 13, position: 3, skuId: PIPE, quantity: units(33.5), cost: unitPrice(8725) }),
      line({ id: 14, position: 4, skuId: null, stocked: false, quantity: units(1), cost: unitPrice(99_999) }),
    ]),
    { type: 'send' },
  ),
  bills: [],
  returns: [],
  onHand: new Map(),
  serials: new Map(),
  papers: new Map(),
  used: 0,
});

const contextOf = (world: World): OrderContext =>
  context({
    overReceipt: TOLERANCES.overReceipt,
    returned: (lineId) => returnedOf(world.returns, lineId),
    onHand: (skuId, placeId) => quantity(world.onHand.get(spot(skuId, placeId)) ?? 0),
    serialAt: (skuId, serial) => world.serials.get(`${skuId}:${serial}`) ?? null,
  });

function move(world: World, movements: readonly StockMovement[]): void {
  for (const { skuId, inventoryLocationId, quantity: moved, serialsIn, serialsOut } of movements) {
    const key = spot(skuId, inventoryLocationId);
    world.onHand.set(key, (world.onHand.get(key) ?? 0) + moved);
    for (const serial of serialsOut) world.serials.delete(`${skuId}:${serial}`);
    for (const serial of serialsIn) world.serials.set(`${skuId}:${serial}`, inventoryLocationId);
  }
}

/** What a random order of steps does; each answers whether the rules took it. */
const pick = <T>(chance: Chance, of: readonly T[]): T => of[Math.floor(chance() * of.length)]!;
const place = (chance: Chance): Id => (chance() < 0.8 ? SHELF : TRUCK);
const numbers = (count: number): string[] => Array.from({ length: count }, () => `S${newId()}`);

function cameLine(chance: Chance, lineId: Id): ReceiptLine {
  const count =
    lineId === 12 || lineId === 14 ? 1 + Math.floor(chance() * 2) : Math.ceil(chance() * 120) / 10;
  return {
    id: newId(),
    lineId,
    inventoryLocationId: place(chance),
    quantity: units(count),
    serials: lineId === 12 ? numbers(count) : [],
  };
}

function orderCommand(chance: Chance, { card: so }: World): OrderCommand {
  const receipt = so.receipts.length > 0 ? pick(chance, so.receipts) : null;
  const kind = chance();
  if (kind < 0.1) return { type: chance() < 0.6 ? 'send' : 'backToPending' };
  if (kind < 0.45 || !receipt) {
    const lines = [11, 12, 13, 14].filter(() => chance() < 0.5).map((id) => cameLine(chance, id));
    const charges = {
      taxCents: cents(Math.floor(chance() * 3)),
      shippingCents: cents(Math.floor(chance() * 500)),
    };
    return receiving(lines, { receiptId: newId(), ...charges });
  }
  if (kind < 0.7) return correction(chance, receipt.id, receipt.lines);
  if (kind < 0.8) return { type: 'cancelReceipt', receiptId: receipt.id };
  if (kind < 0.83) return { type: 'closeShort', memo: 'No more' };
  if (kind < 0.84) return { type: 'cancel', reason: 'Other', memo: '' };
  const changes =
    chance() < 0.5
      ? { cost: unitPrice(500_000 + Math.floor(chance() * 9) * 1000) }
      : { quantity: units(5 + Math.floor(chance() * 30)) };
  return { type: 'edit', changes: {}, change: [{ id: pick(chance, [11, 13]), changes }] };
}

function correction(chance: Chance, receiptId: Id, lines: readonly ReceiptLine[]): OrderCommand {
  const changed = lines.map(({ id, lineId, quantity: was, serials }) => {
    const keeps = chance() < 0.5;
    const isNumbered = lineId === 12;
    const left = isNumbered ? serials.slice(0, Math.floor(chance() * (serials.length + 1))) : [];
    const to = isNumbered ? units(left.length) : quantity(Math.floor((was * Math.floor(chance() * 15)) / 10));
    return {
      id,
      inventoryLocationId: place(chance),
      quantity: keeps ? was : to,
      serials: keeps ? serials : left,
    };
  });
  return { type: 'correctReceipt', receiptId, changes: {}, lines: changed };
}

export function stepOrder(chance: Chance, world: World): boolean {
  const decided = decideOrder(world.card, orderCommand(chance, world), contextOf(world));
  if (!decided.ok) return false;
  move(world, movementsBetween(world.card, decided.value));
  world.bills = billsAfter(world.bills, decided.value, { stamp: STAMP, newId });
  world.card = decided.value;
  return true;
}

const NO_DIFFERENCE = { key: 'tax', cents: cents(1) };

function billCommand(chance: Chance, bill: Bill, differences: readonly Difference[]): BillCommand {
  if (!bill.billed) {
    if (chance() < 0.5) return { type: 'agree' };
    const off = (amount: number) => cents(Math.round(amount * (0.9 + chance() * 0.2)));
    const lines = bill.expected.lines.map((one) => ({ ...one, amountCents: off(one.amountCents) }));
    return { type: 'enter', figures: { ...bill.expected, lines } };
  }
  const { key, cents: off } = differences.length > 0 ? pick(chance, differences) : NO_DIFFERENCE;
  return { type: 'judge', key, cents: off, verdict: pick(chance, ['accept', 'dispute', 'credit']), memo: '' };
}

export function stepBill(chance: Chance, world: World): boolean {
  if (world.bills.length === 0) return false;
  const bill = pick(chance, world.bills);
  const match = (of: Bill) => matchBill(of, world.card, world.bills, TOLERANCES);
  const decided = decideBill(bill, billCommand(chance, bill, match(bill).differences), match, STAMP);
  if (!decided.ok) return false;
  world.bills = world.bills.map((one) => (one.id === bill.id ? decided.value : one));
  return true;
}

export function stepReturn(chance: Chance, world: World): boolean {
  const returnable = (lineId: Id, besides: Id) => {
    const others = world.returns.filter(({ id }) => id !== besides);
    return quantity((receivedByLine(world.card.receipts).get(lineId) ?? 0) - returnedOf(others, lineId));
  };
  const isNew = world.returns.length === 0 || chance() < 0.4;
  const before = isNew ? blankReturn(chance) : pick(chance, world.returns);
  const command: ReturnCommand = isNew
    ? { type: 'sendBack' }
    : pick<ReturnCommand>(chance, [
        { type: 'sendBack' },
        { type: 'cancel' },
        { type: 'receiveCredit', cents: cents(100), number: 'CM-1', on: TODAY },
      ]);
  const decided = decideReturn(before, command, {
    ...contextOf(world),
    returnable: (lineId) => returnable(lineId, before.id),
  });
  if (!decided.ok) return false;
  move(world, returnMovements(before, decided.value));
  world.returns = [...world.returns.filter(({ id }) => id !== before.id), decided.value];
  return true;
}

const blankReturn = (chance: Chance): VendorReturn => ({
  id: newId(),
  number: 1000,
  vendorId: 40,
  orderId: 1,
  businessUnitId: 50,
  typeId: 60,
  takesFromStock: chance() < 0.9,
  date: TODAY,
  currency: 'USD',
  restockingFeeCents: cents(0),
  reason: '',
  memo: '',
  lines: [
    {
      id: newId(),
      lineId: 11,
      skuId: PUMP,
      stocked: true,
      serialized: false,
      description: 'Pump',
      vendorPartNumber: '',
      inventoryLocationId: SHELF,
      quantity: units(Math.ceil(chance() * 30) / 10),
      cost: unitPrice(500_000),
      serials: [],
    },
  ],
  created: STAMP,
  returned: null,
  credited: null,
  canceled: null,
});

/** A technician takes some from the shelf. */
export function stepUse(chance: Chance, world: World): boolean {
  const [skuId, placeId] = [pick(chance, [PUMP, PIPE]), place(chance)];
  const here = world.onHand.get(spot(skuId, placeId)) ?? 0;
  const used = Math.floor(here * chance());
  if (used === 0) return false;
  world.onHand.set(spot(skuId, placeId), here - used);
  world.used += used;
  return true;
}

/** Papers as vendors write them, of random orders: most are right, some have one planted fault (issue 5, part 6). */
import type { Chance } from '../chance.ts';
import { addCents, cents, lineTotal, quantity, rate, taxOf, type UnitPrice, unitPrice } from '../money.ts';
import { decideOrder } from '../purchasing/decide.ts';
import { card, context, line, receiving, SHELF, units, yes } from '../purchasing/order.fixture.ts';
import type { OrderCard } from '../purchasing/purchase-order.ts';
import { STAMP } from './bill.fixture.ts';
import type { Bill, Figures } from './bill.ts';
import { billsAfter } from './follow.ts';
import type { OrderedLine, PaperLine } from './pair-lines.ts';

export const FAULTS = [
  'price',
  'quantity',
  'not received',
  'not ordered',
  'duplicate line',
  'tax',
  'freight',
  'unit of measure',
] as const;
/** Nothing to be found in these two: they are right, written another way. */
export const HARMLESS = ['rounding', 'split line'] as const;
export type Fault = (typeof FAULTS)[number] | (typeof HARMLESS)[number];

export type Generated = {
  readonly card: OrderCard;
  readonly bill: Bill;
  readonly ordered: readonly OrderedLine[];
  readonly paper: readonly PaperLine[];
  /** Which line of the order each is of; null: of none. */
  readonly of: readonly (number | null)[];
  readonly charges: Pick<Figures, 'taxCents' | 'freightCents'>;
  readonly fault: Fault | null;
  /** Which lines of the paper have the fault. */
  readonly faulty: ReadonlySet<number>;
};

const TAX = rate(62_500);
const FREIGHT = cents(4_500);
const WORDS = [
  'Pump',
  'Elbow 90°',
  'Copper pipe 3/4"',
  'Thermostat',
  'Filter 16×25',
  'Valve',
  'Coil',
  'Fan motor',
];

type WrittenLine = PaperLine & { readonly of: number | null };
let nextId = 1;
const below = (chance: Chance, most: number): number => Math.floor(chance() * most);

/** A received order, with tax by rate and freight; some lines come in part. */
function receivedOrder(chance: Chance, isWhole: boolean): { card: OrderCard; ordered: OrderedLine[] } {
  const count = 1 + below(chance, 8);
  const lines = Array.from({ length: count }, (_, at) =>
    line({
      id: 11 + at,
      position: at + 1,
      skuId: 100 + at,
      serialized: false,
      description: `${WORDS[below(chance, WORDS.length)]} ${at + 1}`,
      vendorPartNumber: chance() < 0.8 ? `HS-${1000 + at * 7}-${at}` : '',
      quantity: units(2 + below(chance, 40)),
      cost: unitPrice((500 + below(chance, 90_000)) * 100),
    }),
  );
  const sent = yes(
    decideOrder(
      card({ tax: { kind: 'Rate', rate: TAX }, shippingCents: FREIGHT }, lines),
      { type: 'send' },
      context(),
    ),
  );
  const came = lines.map((one) => ({
    id: nextId++,
    lineId: one.id,
    inventoryLocationId: SHELF,
    quantity: isWhole || chance() < 0.7 ? one.quantity : units(1 + below(chance, one.quantity / 10_000 - 1)),
    serials: [],
  }));
  return {
    card: yes(decideOrder(sent, receiving(came, { receiptId: nextId++ }), context())),
    ordered: lines.map((one, at) => ({
      lineId: one.id,
      vendorPartNumber: one.vendorPartNumber,
      skuCode: `SKU-${200 + at}`,
      description: one.description,
      cost: one.cost,
    })),
  };
}

/** Capitals, hyphens and spaces as it comes; one of the three names at least. */
function written(
  chance: Chance,
  one: OrderedLine,
): Pick<PaperLine, 'vendorPartNumber' | 'skuCode' | 'description'> {
  const untidy = (text: string) => {
    const kind = below(chance, 3);
    return kind === 0
      ? text
      : kind === 1
        ? text.toLowerCase().replaceAll('-', ' ')
        : text.replaceAll('-', '');
  };
  const by = one.vendorPartNumber ? below(chance, 3) : 1 + below(chance, 2);
  return {
    vendorPartNumber: by === 0 ? untidy(one.vendorPartNumber) : '',
    skuCode: by === 1 ? untidy(one.skuCode ?? '') : '',
    description: by === 2 ? one.description.toUpperCase() : chance() < 0.5 ? one.description : '',
  };
}

export function generated(chance: Chance, fault: Fault | null): Generated {
  const { card: received, ordered } = receivedOrder(
    chance,
    fault === 'not received' ? false : chance() < 0.5,
  );
  const [bill] = billsAfter([], received, { stamp: STAMP, newId: () => nextId++ }) as [Bill];
  const paper: WrittenLine[] = bill.expected.lines.map((one) => ({
    of: one.lineId,
    ...written(chance, ordered.find(({ lineId }) => lineId === one.lineId)!),
    quantity: one.quantity,
    cost: one.cost,
    amountCents: one.amountCents,
  }));
  const at = below(chance, paper.length);
  const faulty = fault === null ? new Set<number>() : plant(chance, fault, paper, at, received);
  const subtotal = cents(paper.reduce((sum, one) => sum + one.amountCents, 0));
  const tax = taxOf(subtotal, TAX);
  return {
    card: received,
    bill,
    ordered,
    paper: paper.map(({ of: _, ...one }) => one),
    of: paper.map(({ of }) => of),
    charges: {
      taxCents: fault === 'tax' ? addCents(tax, cents(250 + below(chance, 900))) : tax,
      freightCents: fault === 'freight' ? addCents(FREIGHT, cents(100 + below(chance, 5000))) : FREIGHT,
    },
    fault,
    faulty,
  };
}

/** Changes the paper; answers which of its lines are wrong now. */
function plant(
  chance: Chance,
  fault: Fault,
  paper: WrittenLine[],
  at: number,
  { lines }: OrderCard,
): Set<number> {
  const one = paper[at]!;
  const priced = (count: number, cost: UnitPrice) => ({
    quantity: quantity(count),
    cost,
    amountCents: lineTotal(quantity(count), cost),
  });
  const put = (changed: Partial<PaperLine>) => {
    paper[at] = { ...one, ...changed };
    return new Set([at]);
  };
  switch (fault) {
    case 'price':
      // Above the tolerance of 2 %, and above a cent.
      return put(priced(one.quantity, unitPrice(Math.round(one.cost * (1.04 + chance() / 2)))));
    case 'quantity':
      return put(priced(lines[at]!.quantity * 2 + 10_000, one.cost));
    case 'not received': {
      const short = lines.findIndex((ordered, index) => paper[index]!.quantity < ordered.quantity);
      if (short < 0) return put(priced(one.quantity + 10_000, one.cost));
      paper[short] = { ...paper[short]!, ...priced(lines[short]!.quantity, paper[short]!.cost) };
      return new Set([short]);
    }
    case 'not ordered':
      paper.push({
        of: null,
        vendorPartNumber: 'ZZ-1',
        skuCode: '',
        description: 'Fuel surcharge',
        ...priced(10_000, unitPrice(150_000)),
      });
      return new Set([paper.length - 1]);
    case 'duplicate line':
      paper.push({ ...one });
      return new Set([at, paper.length - 1]);
    case 'unit of measure':
      // Boxes of ten, at the price of a box.
      return put(priced(Math.max(10_000, Math.round(one.quantity / 10)), unitPrice(one.cost * 10 + 40_000)));
    case 'rounding':
      paper[at] = { ...one, amountCents: addCents(one.amountCents, cents(chance() < 0.5 ? 1 : -1)) };
      return new Set();
    case 'split line': {
      const part = Math.max(1, Math.floor(one.quantity / 3));
      const rest = one.quantity - part;
      paper[at] = { ...one, ...priced(part, one.cost) };
      paper.splice(at + 1, 0, { ...one, ...priced(rest, one.cost) });
      return new Set();
    }
    case 'tax':
    case 'freight':
      return new Set();
  }
}

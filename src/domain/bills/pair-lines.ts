/**
 * Which line of the order a line of the vendor's paper is for (domain-rules §6). By the vendor's part number, else by our
 * code, else by the very words; nothing is guessed: what could be two lines, or none, waits for a person.
 */
import type { Id } from '../ids.ts';
import type { Cents, Quantity, UnitPrice } from '../money.ts';
import type { BillLine } from './bill.ts';

/** As it stands on the paper, in a file or in pasted cells; what it does not say is ''. */
export type PaperLine = {
  readonly vendorPartNumber: string;
  readonly skuCode: string;
  readonly description: string;
  readonly quantity: Quantity;
  readonly cost: UnitPrice;
  readonly amountCents: Cents;
};
export type OrderedLine = {
  readonly lineId: Id;
  readonly vendorPartNumber: string;
  readonly skuCode: string | null;
  readonly description: string;
  readonly cost: UnitPrice;
};

/** Hyphens, spaces and capitals are the vendor's own way of writing the same number. */
const plain = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

type Name = 'vendorPartNumber' | 'skuCode' | 'description';
const NAMES: readonly Name[] = ['vendorPartNumber', 'skuCode', 'description'];

/** Lines of one name in the order's order; those before `next` are taken. */
type Queue = { readonly lines: OrderedLine[]; next: number };
/** By a name, and by it with the cost. */
type Queues = ReadonlyMap<string, Queue>;

/**
 * Lines as a bill has them, in their order. A line of the paper that names several of the order goes to one not named yet,
 * at the same cost before others. Each line of the order is spelled out once and passed once, however many ask for it:
 * 300 lines against 300, for each paper of a file, would else be 90,000 comparisons each time.
 */
export function pairLines(paper: readonly PaperLine[], ordered: readonly OrderedLine[]): readonly BillLine[] {
  const index = NAMES.map((name): [Name, Queues] => [name, queuesOf(name, ordered)]);
  const taken = new Set<OrderedLine>();
  return paper.map((line) => {
    const chosen = choose(line, index, taken);
    if (chosen) taken.add(chosen);
    const { description, quantity, cost, amountCents } = line;
    return {
      lineId: chosen?.lineId ?? null,
      description: description || line.vendorPartNumber || line.skuCode || (chosen?.description ?? ''),
      quantity,
      cost,
      amountCents,
    };
  });
}

const atCost = (said: string, cost: UnitPrice): string => `${said} ${cost}`;

function queuesOf(name: Name, ordered: readonly OrderedLine[]): Queues {
  const queues = new Map<string, Queue>();
  for (const line of ordered) {
    const said = plain(line[name] ?? '');
    for (const key of [said, atCost(said, line.cost)]) {
      const queue = queues.get(key) ?? { lines: [], next: 0 };
      queue.lines.push(line);
      queues.set(key, queue);
    }
  }
  return queues;
}

/** By the first of its names that any line of the order has. */
function choose(
  line: PaperLine,
  index: readonly (readonly [Name, Queues])[],
  taken: ReadonlySet<OrderedLine>,
): OrderedLine | undefined {
  for (const [name, queues] of index) {
    const said = plain(line[name]);
    const found = said === '' ? undefined : queues.get(said);
    if (found)
      return freeIn(queues.get(atCost(said, line.cost)), taken) ?? freeIn(found, taken) ?? found.lines[0];
  }
  return undefined;
}

/** The first that is not taken: perhaps it was meanwhile, at its cost or under another name. */
function freeIn(queue: Queue | undefined, taken: ReadonlySet<OrderedLine>): OrderedLine | undefined {
  if (!queue) return undefined;
  while (queue.next < queue.lines.length && taken.has(queue.lines[queue.next]!)) queue.next += 1;
  return queue.lines[queue.next];
}

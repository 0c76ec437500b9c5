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

/** Lines as a bill has them, in their order. A line of the paper that names several of the order goes to one not named yet, at the same cost before others. */
export function pairLines(paper: readonly PaperLine[], ordered: readonly OrderedLine[]): readonly BillLine[] {
  const taken = new Set<Id>();
  return paper.map((line) => {
    const found = namedBy(line, ordered);
    const chosen = choose(found, line.cost, taken);
    if (chosen) taken.add(chosen.lineId);
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

/** By the first of its names that any line of the order has. */
function namedBy(line: PaperLine, ordered: readonly OrderedLine[]): readonly OrderedLine[] {
  for (const name of NAMES) {
    const said = plain(line[name]);
    const found = said === '' ? [] : ordered.filter((one) => plain(one[name] ?? '') === said);
    if (found.length > 0) return found;
  }
  return [];
}

function choose(
  found: readonly OrderedLine[],
  cost: UnitPrice,
  taken: ReadonlySet<Id>,
): OrderedLine | undefined {
  const free = found.filter(({ lineId }) => !taken.has(lineId));
  return free.find((one) => one.cost === cost) ?? free[0] ?? found[0];
}

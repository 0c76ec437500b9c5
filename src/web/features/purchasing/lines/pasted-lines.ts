/** Lines of an order out of a spreadsheet or a CSV file. */
import { readPrice, readUnits } from '../../../lib/read-decimal.ts';
import { pastedCells, type Sheet } from '../../../parts/line-grid/pasted-columns.ts';
import { blankRow, CELLS, type Cell, type Row } from './line-row.ts';

export type Pasted = {
  readonly rows: readonly Omit<Row, 'key'>[];
  /** Headings of columns nothing is done with. */
  readonly unread: readonly string[];
};

const SHEET: Sheet<Cell> = {
  headings: {
    vendorPartNumber: /^(vendor|mfr|supplier|manufacturer)s?\b.*(part|item|number|no|code|sku)/,
    quantity: /^(qty|quantity|quantities|ordered|order qty|count|units|pieces|pcs)\b/,
    cost: /^(unit )?(cost|price)\b|^each$/,
    description: /^(description|name|item description|product|details|text)\b/,
    expectedOn: /^(expected|due|needed|eta|delivery)\b/,
    code: /^(code|part|sku|item|material|our)\b/,
  },
  isFigure: (text) => !Number.isNaN(readUnits(text)) || !Number.isNaN(readPrice(text)),
  figures: ['quantity', 'cost'],
  texts: ['description', 'vendorPartNumber'],
};

export function linesPasted(text: string): Pasted {
  const { lines, has, unread } = pastedCells(text, SHEET);
  const { key: _, ...blank } = blankRow('');
  return {
    rows: lines.map((texts) => {
      const given = Object.fromEntries(CELLS.map((cell) => [cell, texts.get(cell) ?? '']));
      // A list of codes alone is one of each.
      return has('quantity')
        ? { ...blank, ...given }
        : { ...blank, ...given, quantity: '1', proposed: ['quantity'] };
    }),
    unread,
  };
}

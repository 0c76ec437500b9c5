/** Items out of a spreadsheet or a CSV file. */
import { pastedCells, type Sheet } from '../../../parts/line-grid/pasted-columns.ts';
import { blankRow, CELLS, type Cell, type Row } from './item-row.ts';
import { readSigned } from './read-signed.ts';

const SHEET: Sheet<Cell> = {
  headings: {
    quantity: /^(qty|quantity|quantities|count|units|pieces|pcs|hours)\b/,
    price: /^(unit |sale )?(price|rate)\b|^each$/,
    taxable: /^tax(ed|able)?$/,
    account: /^(gl )?(account|income account)\b/,
    technician: /^(technician|tech|done by)\b/,
    description: /^(description|name|item description|product|details|text)\b/,
    code: /^(code|part|sku|item|material|service|our)\b/,
  },
  isFigure: (text) => !Number.isNaN(readSigned(text)),
  figures: ['quantity', 'price'],
  texts: ['description'],
};

export function itemsPasted(text: string): {
  readonly rows: readonly Omit<Row, 'key'>[];
  readonly unread: readonly string[];
} {
  const { lines, has, unread } = pastedCells(text, SHEET);
  const { key: _, ...blank } = blankRow('');
  return {
    rows: lines.map((texts) => ({
      ...blank,
      ...Object.fromEntries(CELLS.map((cell) => [cell, texts.get(cell) ?? ''])),
      // A list of codes alone is one of each.
      ...(!has('quantity') && { quantity: '1', proposed: ['quantity'] }),
    })),
    unread,
  };
}

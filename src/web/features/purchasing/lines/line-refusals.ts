/** What the server refused, at the cell it is about. */
import { problemOf } from '../../../lib/api.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import { errorText } from '../../../lib/refusal-text.ts';
import { cellOfField } from './grid-columns.ts';
import { CELLS, type Cell, type Row } from './line-row.ts';
import type { Faults } from './lines-to-send.ts';

type Placed = { readonly faults: Faults /** What belongs to no cell. */; readonly rest: unknown };

const one = (key: string, cell: Cell, sentence: string): Faults =>
  new Map([[key, new Map([[cell, sentence]])]]);
const isCell = (cell: string): cell is Cell => (CELLS as readonly string[]).includes(cell);

/** @param sent the lines in the order they were sent in, by the list they went in: `lines`, `add`, `change` */
export function refusalsOf(
  error: unknown,
  rows: readonly Row[],
  sent: Readonly<Record<string, readonly Row[]>>,
): Placed {
  const problem = problemOf(error);
  if (!problem) return { faults: new Map(), rest: error };
  const { code, params } = problem;
  const ofLine = rows.find(({ lineId }) => lineId !== null && lineId === params.lineId);
  if (ofLine && code === 'order.below_received') {
    return { faults: one(ofLine.key, 'quantity', errorText(error)), rest: null };
  }
  if (ofLine && code === 'order.field_locked') {
    const cell = cellOfField(String(params.field).replace(/^lines\./, ''));
    if (isCell(cell)) return { faults: one(ofLine.key, cell, errorText(error)), rest: null };
  }
  if (code === 'order.inactive_reference') {
    const gone = outOfUse(params.inactive);
    const named = rows.filter(({ skuId }) => skuId !== null && gone.includes(skuId));
    if (named.length > 0) {
      const sentence = 'This part is out of use. Choose another, or bring it back first.';
      return { faults: new Map(named.map(({ key }) => [key, new Map([['code', sentence]])])), rest: null };
    }
  }
  return byPath(error, problem.fields, sent);
}

const outOfUse = (inactive: unknown): number[] =>
  (Array.isArray(inactive) ? inactive : []).flatMap((named: { kind?: unknown; id?: unknown }) =>
    named.kind === 'sku' && typeof named.id === 'number' ? [named.id] : [],
  );

type Fields = NonNullable<ReturnType<typeof problemOf>>['fields'];

function byPath(error: unknown, fields: Fields, sent: Readonly<Record<string, readonly Row[]>>): Placed {
  const faults = new Map<string, Map<Cell, string>>();
  let isPlaced = fields.length > 0;
  for (const field of fields) {
    const [, list = '', index, last = ''] = /(\w+)\.(\d+)\.(?:changes\.)?(\w+)$/.exec(field.path) ?? [];
    const row = sent[list]?.[Number(index)];
    const cell = cellOfField(last);
    if (!row || !isCell(cell)) isPlaced = false;
    else
      faults.set(row.key, (faults.get(row.key) ?? new Map<Cell, string>()).set(cell, fieldErrorText(field)));
  }
  return { faults, rest: isPlaced ? null : error };
}

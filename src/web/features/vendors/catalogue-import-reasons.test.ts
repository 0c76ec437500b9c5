import { expect, test } from 'vitest';
import type { RowReason } from '#contract/list-import.ts';
import { catalogueReasonText } from './catalogue-import-reasons.ts';

const said = (reason: Partial<RowReason>) =>
  catalogueReasonText({ column: null, code: 'invalid', text: '', ...reason });

test.each<[Partial<RowReason>, string]>([
  [{ code: 'unknown_name', column: 'SKU', text: 'ABC' }, 'There is no SKU with the code “ABC”.'],
  [{ code: 'repeated', text: 'ABC' }, 'Another row has this SKU.'],
  [{ code: 'unreadable', column: 'Price breaks', text: 'ten: 3' }, 'Write them as 10: 10.90; 50: 9.85.'],
  [{ code: 'unreadable', column: 'Lead time', text: 'soon' }, 'Lead time: “soon” cannot be read.'],
  [
    { column: 'Cost', issue: { field: 'cost', code: 'invalid_type', message: 'Invalid input' } },
    'Cost: An amount of up to four decimal places',
  ],
  [
    { code: 'refused', refusal: { code: 'catalogue.breaks_out_of_order', params: { from: 100_000 } } },
    'Correct the one from 10.',
  ],
])('why a row is left out, in words: %o', (reason, words) => {
  expect(said(reason)).toContain(words);
});

import { expect, test } from 'vitest';
import { sentText } from './sent-text.ts';

const mail = { id: 1, customerId: 1, to: ['a@b.test'], documentIds: [1] };
const without = (customerName: string) => ({ documentId: 1, customerId: 1, customerName });

test.each([
  [1, [], '1 e-mail is on its way.'],
  [
    2,
    ['Carl', 'Carl'],
    '2 e-mails are on their way. Nothing goes to Carl: there is no address that may be written to.',
  ],
  [
    0,
    ['A', 'B', 'C', 'D', 'E'],
    '0 e-mails are on their way. Nothing goes to A, B, C, 2 more: there is no address that may be written to.',
  ],
])('%i e-mails, nothing to %j', (count, names, text) => {
  expect(sentText({ mails: Array.from({ length: count }, () => mail), skipped: names.map(without) })).toBe(
    text,
  );
});

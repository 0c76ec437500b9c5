import { expect, test } from 'vitest';
import { objectText } from './audit-columns.tsx';

test.each([
  ['Job 1042', { kind: 'job', id: 7, label: 'Job 1042' }],
  ['customer Maria Lopez', { kind: 'customer', id: 8, label: 'Maria Lopez' }],
  ['customer 8', { kind: 'customer', id: 8, label: null }],
  ['', null],
])('the audit says %j, the name people know where there is one', (text, object) => {
  expect(objectText({ object })).toBe(text);
});

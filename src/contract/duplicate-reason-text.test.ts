import { expect, test } from 'vitest';
import { duplicateCodes, duplicateCodesText } from './duplicate-reason-text.ts';
import { reasonSentence } from './import-sentences.ts';

test('a row of an import keeps codes and is told in words; words of older rows stay as they are', () => {
  const codes = duplicateCodes(['phone', 'nameTypo']);
  expect(codes).toBe('phone,nameTypo');
  expect(duplicateCodesText('same phone number, same name')).toBe('same phone number, same name');
  const params = { customer: 7, name: 'Maria Lopez', because: codes };
  expect(reasonSentence({ code: 'customer.duplicate', params })).toBe(
    'This looks like customer 7, Maria Lopez (the same phone and nearly the same name); nothing was made.',
  );
});

import { expect, test } from 'vitest';
import { filterOf } from '#db/filter.ts';
import { addWords, plainWords } from './list-words.ts';

test('each word typed has to be there, its own marks are letters, and what comes after the eighth is left out', () => {
  const filter = filterOf(7, 'o.tenant_id = $1');
  addWords(filter, plainWords('Crème, brûlée  50 %'), (n) => `o.search like ${n}`);
  addWords(filter, '', (n) => `never ${n}`);
  expect(filter.where).toEqual([
    'o.tenant_id = $1',
    'o.search like $2',
    'o.search like $3',
    'o.search like $4',
  ]);
  expect(filter.params).toEqual([7, 'creme', 'brulee', '50']);
  addWords(filter, `a_b ${'x '.repeat(20)}`, (n) => n);
  expect(filter.params.slice(4)).toEqual(['a\\_b', ...Array(7).fill('x')]);
});

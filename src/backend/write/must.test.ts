import { expect, test } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import { asMissing } from './must.ts';

test('a note of a job one may not know of is a note nobody has; a broken database stays a fault', async () => {
  const asNote = asMissing('note');
  const hidden = new ProblemError('record.not_found', { kind: 'job' });
  await expect(Promise.reject(hidden).catch(asNote)).rejects.toMatchObject({
    code: 'record.not_found',
    params: { kind: 'note' },
  });
  const fault = new Error('connection lost');
  await expect(Promise.reject(fault).catch(asNote)).rejects.toBe(fault);
});

/** Where a page ended of a list that is in the order of a text, then of the id: `<id>~<text>`, as `after` of the next one. */
import { ProblemError } from '#contract/problem.ts';

export const keyCursor = (id: number, key: string): string => `${id}~${key}`;

/** @throws ProblemError request.invalid (400): anything else is refused rather than guessed */
export function readKeyCursor(after: string): [key: string, id: number] {
  const parts = /^(\d{1,15})~([\s\S]*)$/.exec(after);
  if (!parts) throw badCursor();
  return [parts[2]!, Number(parts[1])];
}

export const badCursor = (): ProblemError =>
  new ProblemError('request.invalid', {}, [{ path: 'after', code: 'cursor', message: '' }]);

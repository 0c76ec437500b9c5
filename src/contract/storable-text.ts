/** Text no database can hold: NUL, and half of a character (a lone surrogate, which has no UTF-8). */
import { ProblemError } from './problem.ts';

const NOT_STORABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding the NUL is the purpose
  /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Throws `request.invalid` (400) naming every such field; jsonb would refuse the whole statement, a fault (R59).
 * @param except paths that are not looked at, for they are not kept as they are
 */
export function checkStorable(value: unknown, except: readonly string[] = []): void {
  const fields = pathsOf(value, [])
    .map((path) => path.join('.'))
    .filter((path) => !except.includes(path))
    .map((path) => ({ path, code: 'not_storable', message: '' }));
  if (fields.length > 0) throw new ProblemError('request.invalid', {}, fields);
}

function pathsOf(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value === 'string') return NOT_STORABLE.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    NOT_STORABLE.test(key) ? [path] : pathsOf(inner, [...path, key]),
  );
}

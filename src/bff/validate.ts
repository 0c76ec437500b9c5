/** The request against its row of the endpoint table: strict, nothing coerced, every wrong field told at once. */
import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { type Problem, ProblemError } from '#contract/problem.ts';

export type Validated = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

const nothing = z.strictObject({});

/**
 * @param search the text after `?`, not decoded
 * @param body parsed JSON; uploads hand in `{}`
 * Throws `route.not_found` for parameters no record can have, so that `/api/jobs/x.css` is a plain 404 (R50);
 * `request.invalid` with all fields otherwise.
 */
export function validate(row: Endpoint, params: unknown, search: string, body: unknown): Validated {
  const checkedParams = (row.params ?? nothing).safeParse(params);
  if (!checkedParams.success) throw new ProblemError('route.not_found');
  const query = (row.query ?? nothing).safeParse(parseQuery(search));
  const checkedBody = (row.body ?? nothing).safeParse(body);
  const issues = [...(query.error?.issues ?? []), ...(checkedBody.error?.issues ?? [])];
  if (issues.length > 0) throw new ProblemError('request.invalid', {}, issues.flatMap(fieldsOf));
  return { params: checkedParams.data, query: query.data, body: checkedBody.data };
}

/** One value per key: a repeated one is refused, because two readers would pick different ones (R56). */
function parseQuery(search: string): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  for (const part of search.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const key = decode(at < 0 ? part : part.slice(0, at));
    if (key in values) throw invalidQuery(key, 'repeated');
    // Brackets are how other parsers build objects; `__proto__` is how they break (R55).
    if (/[[\]]|__proto__|^constructor$/.test(key)) throw invalidQuery(key, 'name');
    values[key] = at < 0 ? '' : decode(part.slice(at + 1));
  }
  return { ...values };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new ProblemError('request.malformed', { reason: 'query' });
  }
}

const invalidQuery = (key: string, code: string) =>
  new ProblemError('request.invalid', {}, [{ path: key, code, message: '' }]);

type Issue = z.core.$ZodIssue;

function fieldsOf(issue: Issue): Problem['fields'] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      code: issue.code,
      message: '',
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch that nearly fits is the one the caller meant.
    const [meant] = [...issue.errors].sort((a, b) => a.length - b.length);
    return (meant ?? []).flatMap((inner) => fieldsOf({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  // The code says what is wrong and web words it; a refinement of the contract has nothing but its own phrase.
  return [{ path, code: issue.code, message: issue.code === 'custom' ? issue.message : '' }];
}

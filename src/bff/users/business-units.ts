import { endpoints } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Upstream } from '#contract/upstream.ts';
import { requestHash } from '../canonical-json.ts';
import type { Asking, Office } from '../office.ts';

/** The upstream's own list: with a real tenant behind it there is no table of ours to look into. */
export const unitIdsFrom =
  (upstream: Upstream, limitMs: number): Office['unitIds'] =>
  async ({ session, requestId, address }) => {
    const nothing = { params: {}, query: {}, body: undefined };
    const { body } = await upstream.call({
      ...nothing,
      endpoint: 'setup.get',
      actor: session.actor,
      idempotencyKey: null,
      bodyHash: requestHash(nothing),
      requestId,
      address,
      signal: AbortSignal.timeout(limitMs),
    });
    const { businessUnits } = endpoints['setup.get'].responses[200].parse(body);
    return new Set(businessUnits.map(({ id }) => id));
  };

/** A person confined to a unit nobody has would see nothing and nobody would know why: 400 naming the place. */
export async function checkUnitsExist(
  office: Office,
  asking: Asking,
  given: readonly number[] | null | undefined,
  path: string,
): Promise<void> {
  if (!given || given.length === 0) return;
  const known = await office.unitIds(asking);
  const fields = given.flatMap((id, at) =>
    known.has(id) ? [] : [{ path: `${path}.${at}`, code: 'unknown', message: '' }],
  );
  if (fields.length > 0) throw new ProblemError('request.invalid', {}, fields);
}

import { ProblemError } from '#contract/problem.ts';

/** The screens send files one after the other; what is sent is held in memory until it is whole. */
const MOST_AT_ONCE = 3;
const RETRY_AFTER_SECONDS = 5;

export type UploadSlots = <T>(person: string, work: () => Promise<T>) => Promise<T>;

/**
 * Bounds how many uploads one person may have under way, in this process: half-sent ones cost the server memory and the
 * sender nothing. Throws `request.too_many` (429) with `retryAfterSeconds`.
 */
export function uploadSlots(): UploadSlots {
  const underWay = new Map<string, number>();
  return async (person, work) => {
    const others = underWay.get(person) ?? 0;
    if (others >= MOST_AT_ONCE) {
      throw new ProblemError('request.too_many', {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
        uploads: MOST_AT_ONCE,
      });
    }
    underWay.set(person, others + 1);
    try {
      return await work();
    } finally {
      const left = underWay.get(person)! - 1;
      if (left === 0) underWay.delete(person);
      else underWay.set(person, left);
    }
  };
}

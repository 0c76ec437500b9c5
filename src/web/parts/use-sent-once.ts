import { useRef } from 'react';
import { isPassing } from '../lib/api.ts';

/**
 * One click, one payment: nothing goes out while another is under way, and after a lost answer the same body goes out
 * again under the same key, as it was, whatever was read meanwhile: the first may have arrived.
 * @param mutateAsync of a mutation made by `write()`, which keeps the key of a body
 */
export function useSentOnce<Body extends object, Result>(mutateAsync: (body: Body) => Promise<Result>) {
  const underWay = useRef(false);
  const unanswered = useRef<{ body: Body; typed: readonly unknown[] } | null>(null);
  /**
   * @param typed all that a person may have changed since the last try
   * @param bodyNow null: it is not to be sent as it stands
   * @returns null: nothing was sent
   */
  return async (typed: readonly unknown[], bodyNow: () => Body | null): Promise<Result | null> => {
    const last = unanswered.current;
    if (underWay.current) return null;
    const body = last?.typed.every((one, at) => one === typed[at]) ? last.body : bodyNow();
    if (body === null) return null;
    underWay.current = true;
    try {
      const result = await mutateAsync(body);
      unanswered.current = null;
      return result;
    } catch (error) {
      unanswered.current = isPassing(error) ? { body, typed } : null;
      throw error;
    } finally {
      underWay.current = false;
    }
  };
}

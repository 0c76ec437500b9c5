import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { isPassing } from '../lib/api.ts';

/**
 * One click, one payment: nothing goes out while another is under way, and after a lost answer the same body goes out
 * again under the same key, as it was, whatever was read meanwhile: the first may have arrived.
 * @param options of a mutation made by `write()`, which keeps the key of a body
 */
export function useSentOnce<Body extends object, Result>(
  options: UseMutationOptions<Result, Error, Body>,
  onDone: (result: Result) => void,
) {
  const { mutateAsync, isPending } = useMutation(options);
  const [refused, setRefused] = useState<unknown>(null);
  const underWay = useRef(false);
  const unanswered = useRef<{ body: Body; typed: readonly unknown[] } | null>(null);

  /**
   * @param typed all that a person may have changed since the last try
   * @param bodyNow null: it is not to be sent as it stands
   */
  async function send(typed: readonly unknown[], bodyNow: () => Body | null): Promise<void> {
    const last = unanswered.current;
    setRefused(null);
    if (underWay.current) return;
    const body = last?.typed.every((one, at) => one === typed[at]) ? last.body : bodyNow();
    if (body === null) return;
    underWay.current = true;
    try {
      const result = await mutateAsync(body);
      unanswered.current = null;
      onDone(result);
    } catch (error) {
      unanswered.current = isPassing(error) ? { body, typed } : null;
      setRefused(error);
    } finally {
      underWay.current = false;
    }
  }

  return {
    send,
    isSending: isPending,
    /** What the last try was refused with. */
    refused,
    /** Something else is typed now. */
    forget: useCallback(() => setRefused(null), []),
  };
}

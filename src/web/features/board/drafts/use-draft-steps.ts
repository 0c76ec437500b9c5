import { MutationObserver, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Draft } from '#contract/draft.ts';
import { allow, type Decision } from '#domain/decision.ts';
import type { DraftMove, DraftStep } from '#domain/schedule/drafts/draft-move.ts';
import { withoutLast, withStep } from '#domain/schedule/drafts/steps.ts';
import { draftMutations, draftQueries } from '../../../data/drafts.ts';
import { problemOf } from '../../../lib/api.ts';
import { toast } from '../../../ui/toast-store.ts';

type Steps = readonly DraftStep[];

/**
 * The steps of a draft: changed at once, kept on the server one write after the other, the newest list each time. What
 * another window of the same person did meanwhile is kept too, where this one only added to it.
 */
export function useDraftSteps(draft: Draft) {
  const client = useQueryClient();
  const { id } = draft;
  /** Not yet kept. */
  const [local, setLocal] = useState<Steps | null>(null);
  const [takenBack, setTakenBack] = useState<readonly DraftStep[]>([]);
  const [error, setError] = useState<unknown>(null);
  const wanted = useRef<Steps | null>(null);
  const isSaving = useRef(false);
  const steps: Steps = local ?? draft.steps;
  const latest = useRef(steps);
  latest.current = wanted.current ?? steps;

  const save = useCallback(async () => {
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      while (wanted.current) {
        const sent: Steps = wanted.current;
        const kept = client.getQueryData(draftQueries.detail(id).queryKey)!;
        try {
          await new MutationObserver(client, draftMutations.change()).mutate({
            id,
            version: kept.version,
            changes: { steps: sent as Draft['steps'] },
          });
        } catch (error) {
          if (problemOf(error)?.code !== 'request.stale') throw error;
          const fresh = await client.fetchQuery({ ...draftQueries.detail(id), staleTime: 0 });
          wanted.current = addedTo(kept.steps, wanted.current ?? sent, fresh.steps);
          setLocal(wanted.current);
          if (!wanted.current)
            toast({ title: 'The draft was changed in another window', body: 'It is shown as it is now.' });
          continue;
        }
        if (wanted.current === sent) wanted.current = null;
      }
      setLocal(null);
      setError(null);
    } catch (error) {
      setError(error);
    } finally {
      isSaving.current = false;
    }
  }, [client, id]);

  const change = useCallback(
    (next: Steps) => {
      wanted.current = next;
      latest.current = next;
      setLocal(next);
      void save();
    },
    [save],
  );
  /** Refused: the draft is full. */
  const add = useCallback(
    (moves: readonly DraftMove[]): Decision<null> => {
      const grown = withStep(latest.current, moves);
      if (!grown.ok) return grown;
      setTakenBack([]);
      change(grown.value);
      return allow(null);
    },
    [change],
  );
  /** What was taken back or done again; null: there was nothing. */
  const takeBack = useCallback((): DraftStep | null => {
    const last = latest.current.at(-1);
    if (!last) return null;
    setTakenBack((before) => [...before, last]);
    change(withoutLast(latest.current));
    return last;
  }, [change]);
  const doAgain = (): DraftStep | null => {
    const last = takenBack.at(-1);
    if (!last) return null;
    setTakenBack(takenBack.slice(0, -1));
    change([...latest.current, last]);
    return last;
  };
  return { steps, change, add, takeBack, doAgain, canDoAgain: takenBack.length > 0, error, retry: save };
}

/** What was added to `base`, behind what the draft has become; null when it was not only added to. */
function addedTo(base: Steps, mine: Steps, fresh: Steps): Steps | null {
  const isGrown = mine.length > base.length && base.every((step, at) => mine[at] === step);
  return isGrown ? [...fresh, ...mine.slice(base.length)] : null;
}

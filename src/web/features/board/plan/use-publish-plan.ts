import { MutationObserver, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import type { Absence } from '#domain/schedule/plans/question.ts';
import { arrangementMutations } from '../../../data/arrangements.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { tellMessages } from '../../../parts/told-messages.ts';
import { tellStep } from '../../../parts/told-step.ts';
import { useUndo } from '../../../parts/use-undo.ts';
import { asSent } from '../arrange/check-moves.ts';
import { type Refusals, refusalsOf } from './refusals.ts';

/** The plan as one step: the time off and the moves together, or the moves alone; one Undo. */
export function usePublishPlan(wording: Wording) {
  const client = useQueryClient();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusals | null>(null);
  const { undo } = useUndo();
  const forget = useCallback(() => setRefused(null), []);
  /** True when it was done. */
  const publish = async (
    absence: (Absence & { readonly label: string }) | null,
    moves: readonly VisitMove[],
    done: string,
  ): Promise<boolean> => {
    setBusy(true);
    setRefused(null);
    try {
      const sent = moves.map(asSent);
      const written = absence
        ? await new MutationObserver(client, arrangementMutations.absorb()).mutate({
            ...absence,
            moves: sent,
          })
        : await new MutationObserver(client, arrangementMutations.rearrange()).mutate({ moves: sent });
      tellMessages(router, written.operationId, tellStep(done, written, wording, undo));
      return true;
    } catch (error) {
      setRefused(refusalsOf(error, wording));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { publish, busy, refused, forget };
}

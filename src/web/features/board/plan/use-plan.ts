import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardDay } from '#contract/board.ts';
import type { PlanProposal } from '#domain/schedule/plans/question.ts';
import type { PlanOrder } from './plan-worker.ts';
import { type PlanRun, runPlan } from './run-plan.ts';

export type PlanState = {
  /** The last one there was; another may be under way. */
  readonly proposal: PlanProposal | null;
  /** The board it was made from: another now, and it is old. */
  readonly madeOn: BoardDay | null;
  /** 0 to 1; null: none is under way. */
  readonly share: number | null;
  readonly isFaulty: boolean;
};
const NOTHING: PlanState = { proposal: null, madeOn: null, share: null, isFaulty: false };

/** One plan at a time: the next question ends the one under way. */
export function usePlan() {
  const [state, setState] = useState<PlanState>(NOTHING);
  const run = useRef<PlanRun | null>(null);
  const stop = useCallback(() => {
    run.current?.cancel();
    run.current = null;
    setState((before) => ({ ...before, share: null }));
  }, []);
  useEffect(() => () => run.current?.cancel(), []);
  const work = useCallback((order: PlanOrder, on: BoardDay) => {
    run.current?.cancel();
    setState((before) => ({ ...before, share: 0, isFaulty: false }));
    run.current = runPlan(order, {
      onShare: (share) => setState((before) => ({ ...before, share })),
      onDone: (proposal) => setState({ proposal, madeOn: on, share: null, isFaulty: false }),
      onFault: () => setState((before) => ({ ...before, share: null, isFaulty: true })),
    });
  }, []);
  return { ...state, work, stop };
}

import type { PlanProposal } from '#domain/schedule/plans/question.ts';
import type { PlanNews, PlanOrder } from './plan-worker.ts';

export type PlanRun = { readonly cancel: () => void };

/** Starts a worker for one plan; it ends with its answer or when it is canceled. */
export function runPlan(
  order: PlanOrder,
  hands: {
    readonly onShare: (share: number) => void;
    readonly onDone: (proposal: PlanProposal) => void;
    readonly onFault: () => void;
  },
): PlanRun {
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<PlanNews>) => {
    if (data.kind === 'share') {
      hands.onShare(data.share);
      return;
    }
    worker.terminate();
    hands.onDone(data.proposal);
  });
  worker.addEventListener('error', () => {
    worker.terminate();
    hands.onFault();
  });
  worker.postMessage(order);
  return { cancel: () => worker.terminate() };
}

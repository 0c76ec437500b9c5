/** A plan is worked out beside the page, so that the board never stands still. One question, one answer. */
import { effortOf, type PlanKind } from '#domain/schedule/plans/effort.ts';
import { proposePlan } from '#domain/schedule/plans/propose.ts';
import type { PlanDay, PlanProposal, PlanQuestion } from '#domain/schedule/plans/question.ts';

export type PlanOrder = {
  readonly kind: PlanKind;
  readonly day: PlanDay;
  readonly question: PlanQuestion;
};
export type PlanNews =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done'; readonly proposal: PlanProposal };

const TELL_EVERY_MS = 100;
const tell = (news: PlanNews) => postMessage(news);

addEventListener('message', ({ data }: MessageEvent<PlanOrder>) => {
  let told = performance.now();
  const spent = effortOf(
    data.kind,
    data.question.movable.size,
    () => performance.now(),
    (share) => {
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      tell({ kind: 'share', share: Math.min(1, share) });
    },
  );
  tell({ kind: 'done', proposal: proposePlan(data.day, data.question, spent) });
});

import { Button } from '../../../ui/button.tsx';
import type { ArrangeQuestion } from './arrange-question.ts';

/** How many are selected and what can be done with them: over the lanes, so that nothing moves when it comes. */
export function CountBar({
  barIds,
  visitIds,
  hasLanes,
  onAsk,
  onClear,
}: {
  barIds: readonly string[];
  visitIds: readonly number[];
  /** There is a holding lane to park in. */
  hasLanes: boolean;
  onAsk: (question: ArrangeQuestion) => void;
  onClear: () => void;
}) {
  const [one, other] = visitIds;
  return (
    <div
      role="toolbar"
      aria-label="Selected visits"
      data-print="hide"
      className="absolute bottom-5 left-1/2 z-10 flex max-w-full -translate-x-1/2 items-center gap-1 rounded-lg border border-line-strong bg-raised py-1 pr-1 pl-3 text-sm shadow-overlay"
    >
      <strong className="mr-2 whitespace-nowrap tabular-nums">{visitIds.length} selected</strong>
      <Button variant="ghost" onClick={() => onAsk({ kind: 'moveBy', visitIds })}>
        Move by…
      </Button>
      <Button variant="ghost" onClick={() => onAsk({ kind: 'giveTo', barIds })}>
        Give to…
      </Button>
      {hasLanes && (
        <Button variant="ghost" onClick={() => onAsk({ kind: 'park', visitIds })}>
          Park in…
        </Button>
      )}
      {visitIds.length === 2 && (
        <Button variant="ghost" onClick={() => onAsk({ kind: 'swap', visitId: one!, other: other! })}>
          Swap the two
        </Button>
      )}
      <Button variant="ghost" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}

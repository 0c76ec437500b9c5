import { requestIdOf } from '../lib/api.ts';
import type { Wording } from '../lib/refusal-params.ts';
import { toldError } from '../lib/told-text.ts';
import { Button } from '../ui/button.tsx';
import { ProblemBanner } from '../ui/problem-banner.tsx';

export type ProblemNoteProps = {
  /** What a query or mutation failed with; nothing is shown for null. */
  error: unknown;
  wording?: Wording | undefined;
  onRetry?: (() => void) | undefined;
};

/** The sentences for an error, in its place on the page, with its request number for support. */
export function ProblemNote({ error, wording, onRetry }: ProblemNoteProps) {
  if (error === null || error === undefined) return null;
  const requestId = requestIdOf(error);
  return (
    <ProblemBanner
      messages={[toldError(error, wording)]}
      footnote={requestId && `Request ${requestId}`}
      actions={onRetry && <Button onClick={onRetry}>Try again</Button>}
    />
  );
}

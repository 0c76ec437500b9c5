import type { PostingOutcome } from '#contract/posting.ts';
import { toldText } from '../../lib/told-text.ts';

/** What was left out, each with why. */
export function Outcomes({ outcomes }: { outcomes: readonly PostingOutcome[] }) {
  const left = outcomes.flatMap(({ problem, ...one }) => (problem ? [{ ...one, problem }] : []));
  if (left.length === 0) return null;
  return (
    <ul aria-label="Left out" className="flex flex-col gap-1">
      {left.map(({ kind, id, number, problem }) => (
        <li key={`${kind} ${id} ${problem.code}`}>
          {`${kind === 'invoice' ? 'Invoice' : 'Payment'} ${number}: ${toldText(problem.code, problem.params)}`}
        </li>
      ))}
    </ul>
  );
}

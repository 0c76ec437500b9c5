import { CircleAlert, CircleCheck } from 'lucide-react';
import type { BulkDone } from '#contract/bulk.ts';
import type { ProblemCode } from '#contract/problem.ts';
import { noteText } from '../../lib/note-text.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { useValueWording } from '../use-value-wording.ts';

export type BulkLookProps = {
  done: BulkDone;
  words: readonly [one: string, many: string];
  /** "held": what the rows would be. */
  verb: string;
};

/** What a step on many rows would do: how many, which are refused and why, and what to know of the others. */
export function BulkLook({ done, words, verb }: BulkLookProps) {
  const wording = useValueWording();
  const refused = done.rows.filter(({ refusal }) => refusal !== null);
  const count = done.rows.length - refused.length;
  const counted = (n: number) => `${n.toLocaleString('en-US')} ${words[n === 1 ? 0 : 1]}`;
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="flex items-center gap-1.5">
        <CircleCheck aria-hidden className="size-4 text-success" />
        {count === 0 ? `None of them can be ${verb}.` : `${counted(count)} can be ${verb}.`}
      </p>
      {refused.length > 0 && (
        <>
          <p className="flex items-center gap-1.5">
            <CircleAlert aria-hidden className="size-4 text-danger" />
            {counted(refused.length)} will stay as {refused.length === 1 ? 'it is' : 'they are'}:
          </p>
          <ul aria-label="Refused" className="m-0 max-h-56 list-none overflow-auto p-0 text-sm">
            {refused.map(({ id, label, refusal }) => (
              <li key={id} className="grid grid-cols-[72px_1fr] gap-2 border-t border-line py-1">
                <b className="font-semibold tabular-nums">{label}</b>
                <span>{refusalText(refusal!.code as ProblemCode, refusal!.params, wording)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {done.notes.length > 0 && (
        <details className="text-sm">
          <summary className="min-h-6">{done.notes.length} to know before</summary>
          <ul className="m-0 list-disc pl-4">
            {done.notes.map((note) => (
              <li key={JSON.stringify(note)}>{noteText(note, wording)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

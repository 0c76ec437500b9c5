import { clsx } from 'clsx';
import { CircleAlert, CircleCheck, type LucideIcon, MessageSquareWarning, ReceiptText } from 'lucide-react';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { VERDICTS, type VerdictKind } from '#domain/bills/bill.ts';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { VERDICT_WORDS } from '../../lib/bill-words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { DifferenceView } from './match-rows.ts';

const VERBS: Readonly<Record<VerdictKind, { word: string; key: string }>> = {
  accept: { word: 'Accept', key: 'A' },
  dispute: { word: 'Dispute', key: 'D' },
  credit: { word: 'Claim credit', key: 'C' },
};
const SIGNS: Readonly<Record<VerdictKind | 'open', { Icon: LucideIcon; ink: string }>> = {
  open: { Icon: CircleAlert, ink: 'text-danger' },
  accept: { Icon: CircleCheck, ink: 'text-success' },
  dispute: { Icon: MessageSquareWarning, ink: 'text-warning' },
  credit: { Icon: ReceiptText, ink: 'text-info' },
};
const WORD_OF_KEY: Readonly<Record<string, VerdictKind>> = { a: 'accept', d: 'dispute', c: 'credit' };

export type DifferenceRowProps = {
  difference: DifferenceView;
  sentence: string;
  /** What was said and is not answered yet. */
  underWay: VerdictKind | undefined;
  memo: string;
  /** What was said with the verdict that stands. */
  said: string;
  /** Nobody judges here, or any more: the sentence and its verdict stand alone. */
  mayJudge: boolean;
  /** Of all differences this one is reached with Tab; the arrows go on from it. */
  isReached: boolean;
  groupRef: Ref<HTMLDivElement>;
  onReached: () => void;
  onJudge: (verdict: VerdictKind) => void;
  onMemo: (memo: string) => void;
  /** To the next (1) or the one before (-1). */
  onStep: (by: 1 | -1) => void;
};

/** One difference in a sentence, and what is said to it: A, D or C while it has the focus. */
export function DifferenceRow(props: DifferenceRowProps) {
  const { difference, sentence, underWay, memo, said, mayJudge, onJudge, onStep } = props;
  const id = useId();
  const [hasMemo, setMemo] = useState(false);
  const verdict = underWay ?? difference.verdict;
  const { Icon, ink } = SIGNS[verdict ?? 'open'];
  const isSettled = verdict !== null && verdict !== 'dispute';
  // Cheaper than expected, there is nothing to claim (domain/bills/decide.ts).
  const mayGive = (word: VerdictKind) => word !== 'credit' || difference.cents > 0;
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.target instanceof HTMLInputElement) {
      // The memo is written: back to the difference, which A, D and C are said to.
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.focus();
      return;
    }
    const isSelf = event.target === event.currentTarget;
    const word = event.shiftKey ? undefined : WORD_OF_KEY[event.key.toLowerCase()];
    if (event.key === 'ArrowDown') onStep(1);
    else if (event.key === 'ArrowUp') onStep(-1);
    // On a button of it Enter presses that button.
    else if (event.key === 'Enter' && isSelf) onStep(event.shiftKey ? -1 : 1);
    else if (word && !event.repeat && mayGive(word)) onJudge(word);
    else if (event.key.toLowerCase() === 'm' && !event.shiftKey) setMemo(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const words = (
    <p className="flex min-w-0 items-start gap-1.5">
      <Icon className={clsx('mt-0.5 size-3.5 shrink-0', ink)} aria-hidden />
      <span id={`${id}-says`} className="min-w-0 wrap-anywhere">
        {sentence}{' '}
        {verdict && <b className={clsx('font-semibold whitespace-nowrap', ink)}>{VERDICT_WORDS[verdict]}</b>}
        {!verdict && <VisuallyHidden>Open.</VisuallyHidden>}
        {said && <q className="ml-1 text-muted wrap-anywhere">{said}</q>}
      </span>
    </p>
  );
  if (!mayJudge) return <div className="py-0.5">{words}</div>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a difference with its answers, one stop for the keyboard
    <div
      ref={props.groupRef}
      role="group"
      tabIndex={props.isReached ? 0 : -1}
      aria-labelledby={`${id}-says`}
      aria-keyshortcuts="A D C M"
      onFocus={props.onReached}
      onKeyDown={onKeyDown}
      className={clsx(
        'flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border-l-2 py-1 pl-2',
        isSettled ? 'border-line' : 'border-danger',
        'focus:bg-accent-soft focus:outline-2 focus:-outline-offset-2 focus:outline-accent',
      )}
    >
      {words}
      <span className="flex flex-wrap items-center gap-1.5" data-print="hide">
        {VERDICTS.filter(mayGive).map((one) => (
          <Button
            key={one}
            tabIndex={props.isReached ? 0 : -1}
            aria-pressed={verdict === one}
            shortcut={VERBS[one].key}
            busy={underWay === one}
            className={verdict === one ? 'border-accent! bg-accent-soft!' : undefined}
            onClick={() => onJudge(one)}
          >
            {VERBS[one].word}
          </Button>
        ))}
        {hasMemo ? (
          <span className="w-60">
            <TextField
              size="dense"
              autoFocus
              aria-label="Memo to what you say"
              placeholder="Memo, Enter, then A, D or C"
              maxLength={LONGEST_ORDER.memo}
              value={memo}
              onChange={({ target }) => props.onMemo(target.value)}
            />
          </span>
        ) : (
          <Button
            variant="ghost"
            shortcut="M"
            tabIndex={props.isReached ? 0 : -1}
            onClick={() => setMemo(true)}
          >
            Memo
          </Button>
        )}
      </span>
    </div>
  );
}

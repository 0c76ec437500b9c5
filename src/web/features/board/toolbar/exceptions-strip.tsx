import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import { Fragment, type KeyboardEvent, useEffect, useState } from 'react';
import { Chip, type ChipTone } from '../../../ui/chip.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { ExceptionKind } from '../day/exceptions.ts';
import { countSaid } from '../day/hours-said.ts';
import type { SteppedTo } from '../look-at-exception.ts';

const CHIPS: readonly {
  kind: ExceptionKind;
  sign: string;
  tone: ChipTone;
  word: (count: number) => string;
  /** The sign says enough where all stands in one line; of the unassigned, the tray's tab says it beside. */
  isShort?: true;
}[] = [
  { kind: 'late', sign: '!', tone: 'danger', word: () => 'late' },
  { kind: 'over', sign: '»', tone: 'danger', word: () => 'over' },
  {
    kind: 'overlap',
    sign: '‖',
    tone: 'danger',
    word: (n) => (n === 1 ? 'overlap' : 'overlaps'),
    isShort: true,
  },
  { kind: 'unconfirmed', sign: '?', tone: 'plain', word: () => 'unconfirmed', isShort: true },
  { kind: 'unassigned', sign: '☐', tone: 'plain', word: () => 'unassigned', isShort: true },
];

export type ExceptionsStripProps = {
  /** `due`: of the unassigned, those promised for soon. */
  counts: Readonly<Record<ExceptionKind | 'due', number>>;
  focused: ExceptionKind | null;
  onFocus: (kind: ExceptionKind | null) => void;
  /** One further or back among what is looked at: the bar to be marked. */
  onStep: (kind: ExceptionKind, by: 1 | -1, at: string | null) => SteppedTo | null;
  onMark: (barId: string | null) => void;
  onGoTo: (barId: string) => void;
};

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * What needs somebody, with counts. Pressed, the board shows those and lets the rest stand back; arrow keys then step
 * through them (a finger has a button for it), Enter goes to the one marked, Escape leaves.
 */
export function ExceptionsStrip(props: ExceptionsStripProps) {
  const { counts, focused, onFocus, onStep, onMark, onGoTo } = props;
  const [at, setAt] = useState<{ kind: ExceptionKind; to: SteppedTo | null } | null>(null);
  const to = at !== null && at.kind === focused ? at.to : null;
  const marked = to?.barId ?? null;
  // Also when nothing is looked at any more: the last of them was dealt with.
  useEffect(() => onMark(marked), [marked, onMark]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const chips = [...event.currentTarget.querySelectorAll('button')];
    const kind = CHIPS[chips.indexOf(event.target as HTMLButtonElement)]?.kind;
    if (!kind) return;
    const by = STEPS[event.key];
    if (kind === 'unassigned' && by === 1 && focused === kind) focusTray();
    else if (by !== undefined && kind !== 'unassigned' && counts[kind] > 0) {
      if (focused !== kind) onFocus(kind);
      setAt({ kind, to: onStep(kind, by, marked) });
    } else if (event.key === 'Enter' && marked !== null && focused === kind) onGoTo(marked);
    else if (event.key === 'Escape' && focused !== null) onFocus(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset aria-label="Exceptions" className="flex shrink-0 items-center gap-1.5" onKeyDown={onKeyDown}>
      {CHIPS.map(({ kind, sign, tone, word, isShort }) => {
        const isDue = kind === 'unassigned' && counts.due > 0;
        return (
          <Fragment key={kind}>
            <Chip
              tone={isDue ? 'danger' : counts[kind] > 0 ? tone : 'plain'}
              pressed={focused === kind}
              tip={tipOf(word(counts[kind]), counts[kind], isDue ? counts.due : 0)}
              onClick={() => onFocus(focused === kind ? null : kind)}
            >
              <span aria-hidden>{sign}</span> {/* The tenth of them moves nothing beside it. */}
              <span data-count className="min-w-[2ch] text-center tabular-nums">
                {to && focused === kind
                  ? `${countSaid(to.place)} of ${countSaid(to.of)}`
                  : countSaid(counts[kind])}
              </span>{' '}
              <span className={clsx('-ml-0.5', 'max-xl:sr-only', isShort && 'min-[1400px]:max-2xl:sr-only')}>
                {word(counts[kind])}
                {isDue && <span className="max-2xl:sr-only">, {countSaid(counts.due)} due</span>}
              </span>
            </Chip>
            {focused === kind && kind !== 'unassigned' && (
              <IconButton
                label={`Next: ${word(2)}`}
                icon={<ChevronRight aria-hidden />}
                className="size-6!"
                onClick={() => setAt({ kind, to: onStep(kind, 1, marked) })}
              />
            )}
          </Fragment>
        );
      })}
    </fieldset>
  );
}

/** The sign's word, which a narrow board leaves out, and what the chip does. */
const tipOf = (word: string, count: number, due: number): string =>
  `${count} ${word}${due > 0 ? `, ${due} due within two hours` : ''}`;

/** There the arrows step from card to card already. */
const focusTray = () =>
  document.querySelector<HTMLElement>('[data-tray] [data-visit][tabindex="0"]')?.focus();

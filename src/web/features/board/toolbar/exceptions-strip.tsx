import { Chip, type ChipTone } from '../../../ui/chip.tsx';
import type { ExceptionKind } from '../day/exceptions.ts';

const CHIPS: readonly {
  kind: ExceptionKind;
  sign: string;
  tone: ChipTone;
  words: (count: number) => string;
}[] = [
  { kind: 'late', sign: '!', tone: 'danger', words: (n) => `${n} late` },
  { kind: 'overlap', sign: '‖', tone: 'danger', words: (n) => `${n} ${n === 1 ? 'overlap' : 'overlaps'}` },
  { kind: 'unconfirmed', sign: '?', tone: 'plain', words: (n) => `${n} unconfirmed` },
  { kind: 'unassigned', sign: '☐', tone: 'plain', words: (n) => `${n} unassigned` },
];

/** What needs somebody, with counts; pressed, the board shows those and lets the rest stand back. */
export function ExceptionsStrip({
  counts,
  focused,
  onFocus,
}: {
  counts: Readonly<Record<ExceptionKind, number>>;
  focused: ExceptionKind | null;
  onFocus: (kind: ExceptionKind | null) => void;
}) {
  return (
    <fieldset aria-label="Exceptions" className="flex shrink-0 items-center gap-1.5">
      {CHIPS.map(({ kind, sign, tone, words }) => (
        <Chip
          key={kind}
          tone={counts[kind] > 0 ? tone : 'plain'}
          pressed={focused === kind}
          onClick={() => onFocus(focused === kind ? null : kind)}
        >
          <span aria-hidden>{sign}</span> {words(counts[kind])}
        </Chip>
      ))}
    </fieldset>
  );
}

import {
  CircleAlert,
  CircleCheck,
  CircleSlash,
  Copy,
  History,
  type LucideIcon,
  Pencil,
  Pin,
  Undo2,
} from 'lucide-react';
import type { ImportKind, RowFate } from '#contract/import-kinds.ts';
import { fateWords } from '../../lib/import-reason-text.ts';
import type { Tone } from '../../ui/tag.tsx';
import { Tag } from '../../ui/tag.tsx';

const LOOKS: Readonly<Record<RowFate, { tone: Tone; Icon: LucideIcon }>> = {
  create: { tone: 'success', Icon: CircleCheck },
  report: { tone: 'warning', Icon: CircleAlert },
  duplicate: { tone: 'warning', Icon: Copy },
  exists: { tone: 'neutral', Icon: History },
  reject: { tone: 'danger', Icon: CircleSlash },
  update: { tone: 'info', Icon: Pencil },
  undone: { tone: 'neutral', Icon: Undo2 },
  stays: { tone: 'warning', Icon: Pin },
};

export function fateWord(kind: ImportKind, fate: RowFate, isBooked: boolean): string {
  const { did, will } = fateWords(kind, fate);
  return isBooked ? did : will;
}

export function FateIcon({ fate }: { fate: RowFate }) {
  const { Icon } = LOOKS[fate];
  return <Icon aria-hidden />;
}

/** What becomes, or became, of a row: hue, sign and word. */
export function FateTag({ kind, fate, isBooked }: { kind: ImportKind; fate: RowFate; isBooked: boolean }) {
  return (
    <Tag tone={LOOKS[fate].tone}>
      <FateIcon fate={fate} />
      {fateWord(kind, fate, isBooked)}
    </Tag>
  );
}

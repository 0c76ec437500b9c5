import { CircleAlert, CircleCheck, CircleSlash, Copy, History, type LucideIcon } from 'lucide-react';
import type { RowFate } from '#domain/import-requests/fields.ts';
import { FATE_WORDS } from '../../lib/import-reason-text.ts';
import type { Tone } from '../../ui/tag.tsx';
import { Tag } from '../../ui/tag.tsx';

const LOOKS: Readonly<Record<RowFate, { tone: Tone; Icon: LucideIcon }>> = {
  create: { tone: 'success', Icon: CircleCheck },
  report: { tone: 'warning', Icon: CircleAlert },
  duplicate: { tone: 'warning', Icon: Copy },
  exists: { tone: 'neutral', Icon: History },
  reject: { tone: 'danger', Icon: CircleSlash },
};

export const fateWord = (fate: RowFate, isBooked: boolean): string =>
  isBooked ? FATE_WORDS[fate].did : FATE_WORDS[fate].will;

export function FateIcon({ fate }: { fate: RowFate }) {
  const { Icon } = LOOKS[fate];
  return <Icon aria-hidden />;
}

/** What becomes, or became, of a row: hue, sign and word. */
export function FateTag({ fate, isBooked }: { fate: RowFate; isBooked: boolean }) {
  return (
    <Tag tone={LOOKS[fate].tone}>
      <FateIcon fate={fate} />
      {fateWord(fate, isBooked)}
    </Tag>
  );
}

import { useSuspenseQuery } from '@tanstack/react-query';
import type { Setup } from '#contract/setup.ts';
import { nameIn, setupQueries } from '../data/setup.ts';
import { Chip } from '../ui/chip.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';

const TONES: readonly Tone[] = ['neutral', 'accent', 'success', 'warning', 'danger', 'info'];
const toneIn = (setup: Setup, id: number): Tone => {
  const color = setup.tags.find((tag) => tag.id === id)?.color;
  return TONES.find((tone) => tone === color) ?? 'neutral';
};

/** A record's tags by name, in their colours; nothing when there are none. */
export function TagNames({ ids }: { ids: readonly number[] }) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  return ids.map((id) => (
    <Tag key={id} tone={toneIn(setup, id)}>
      {nameIn(setup.tags, id)}
    </Tag>
  ));
}

export type TagChoiceProps = {
  label: string;
  value: readonly number[];
  onValueChange: (tagIds: number[]) => void;
  disabled?: boolean | undefined;
};

/** All tags in use as switches; one that is no longer in use stays as long as the record has it. */
export function TagChoice({ label, value, onValueChange, disabled }: TagChoiceProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const offered = setup.tags.filter(({ id, active }) => active || value.includes(id));
  return (
    <fieldset disabled={disabled} className="m-0 flex min-w-0 flex-wrap gap-1 border-0 p-0">
      <legend className="sr-only">{label}</legend>
      {offered.map(({ id, name }) => {
        const on = value.includes(id);
        return (
          <Chip
            key={id}
            pressed={on}
            onClick={() => onValueChange(on ? value.filter((one) => one !== id) : [...value, id])}
          >
            <span className="truncate">{name}</span>
          </Chip>
        );
      })}
      {offered.length === 0 && <span className="text-xs text-faint">No tags in the set-up yet.</span>}
    </fieldset>
  );
}

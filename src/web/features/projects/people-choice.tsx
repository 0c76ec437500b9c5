import { nameIn } from '../../data/setup.ts';
import { SetupPicker } from '../../parts/setup-picker.tsx';
import { Chip } from '../../ui/chip.tsx';

type Named = { readonly id: number; readonly name: string; readonly active: boolean };

export type PeopleChoiceProps = {
  list: readonly Named[];
  value: readonly number[];
  onValueChange: (ids: number[]) => void;
};

/** Several people of a list: those chosen as chips, one more by typing. */
export function PeopleChoice({ list, value, onValueChange }: PeopleChoiceProps) {
  return (
    <div className="flex flex-col gap-1">
      {value.length > 0 && (
        <span className="flex flex-wrap gap-1">
          {value.map((id) => (
            <Chip
              key={id}
              onRemove={() => onValueChange(value.filter((one) => one !== id))}
              removeLabel={`Remove ${nameIn(list, id)}`}
            >
              {nameIn(list, id)}
            </Chip>
          ))}
        </span>
      )}
      <SetupPicker
        list={list.filter(({ id }) => !value.includes(id))}
        value={null}
        onValueChange={(id) => id !== null && onValueChange([...value, id])}
        placeholder="Add by name"
        emptyText="Nobody like that."
      />
    </div>
  );
}

import { Field } from '../ui/field.tsx';
import { TagChoice } from './tag-names.tsx';

export type TagsToChangeProps = {
  add: readonly number[];
  remove: readonly number[];
  onChange: (add: number[], remove: number[]) => void;
};

const without = (ids: readonly number[], others: readonly number[]) =>
  ids.filter((id) => !others.includes(id));

/** Tags put on many records and taken off them; the same tag is not both. */
export function TagsToChange({ add, remove, onChange }: TagsToChangeProps) {
  return (
    <>
      <Field label="Add tags">
        <TagChoice
          label="Add tags"
          value={add}
          onValueChange={(ids) => onChange(ids, without(remove, ids))}
        />
      </Field>
      <Field label="Take tags off">
        <TagChoice
          label="Take tags off"
          value={remove}
          onValueChange={(ids) => onChange(without(add, ids), ids)}
        />
      </Field>
    </>
  );
}

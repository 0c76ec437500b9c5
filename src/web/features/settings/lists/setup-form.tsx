import { Controller, type UseFormReturn } from 'react-hook-form';
import type { SetupValue } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Field } from '../../../ui/field.tsx';
import { fieldSentence } from './field-sentence.ts';
import { noneYet, useReferenceLists } from './references.ts';
import { SetupControl } from './setup-control.tsx';
import { valueText } from './value-text.ts';

export type SetupFormValues = Record<string, SetupValue>;

export type SetupFormProps = {
  kind: SetupKind;
  form: UseFormReturn<SetupFormValues>;
  isNew: boolean;
};

/** The fields of a set-up record, each with the input that fits it. */
export function SetupForm({ kind, form, isNew }: SetupFormProps) {
  const lists = useReferenceLists(kind);
  const { fields, naming } = setupKind(kind);
  return fields.map((field) => (
    <Controller
      key={field.name}
      control={form.control}
      name={field.name}
      render={({ field: { value, onChange, onBlur }, fieldState: { error } }) => {
        if (field.fixed && !isNew) {
          return (
            <div>
              <p className="text-xs text-muted">{field.title}</p>
              <p className="text-base">{valueText(field, value, lists)}</p>
            </div>
          );
        }
        if (field.type === 'yesNo') {
          return (
            <Checkbox
              label={field.title}
              checked={value === true}
              onChange={({ target }) => onChange(target.checked)}
            />
          );
        }
        return (
          <Field
            label={field.title}
            required={field.required}
            hint={field.hint}
            error={
              error &&
              ((error.type !== 'server' && noneYet(field, lists)) ||
                fieldSentence(field, error.type, error.message))
            }
          >
            <SetupControl
              field={field}
              value={value ?? null}
              onChange={onChange}
              onBlur={onBlur}
              lists={lists}
              autoFocus={isNew && field.name === naming && fields[0] === field}
            />
          </Field>
        );
      }}
    />
  ));
}

import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { isAsked, type SetupValue } from '#domain/setup/fields.ts';
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
  const values = useWatch({ control: form.control }) as SetupFormValues;
  // What would say nothing is not asked: a warehouse has no technician.
  return fields
    .filter((field) => isAsked(field, values))
    .map((field) => (
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
              required={field.required || field.onlyWhen?.needed}
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

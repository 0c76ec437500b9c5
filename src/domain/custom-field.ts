/**
 * What may be written in a company's own field: the kind chosen for it in the set-up says which text is taken. Asked
 * while typing and again on the server (domain-rules §1, custom field; §2, required at booking). What is required is so
 * as long as the record lives: nobody empties it later; a record that came without it (an import) goes on without.
 */
import type { CUSTOM_FIELD_KINDS } from './setup/record-kinds.ts';
import { isDay, isInstant } from './time.ts';

export type CustomFieldRule = {
  readonly key: string;
  readonly kind: (typeof CUSTOM_FIELD_KINDS)[number];
  /** Of a choice, in the set-up's order. */
  readonly choices: readonly string[];
  readonly required: boolean;
};

/** Letters a value may have. */
export const LONGEST_CUSTOM_VALUE = 500;
/** How yes and no are kept. */
export const YES_OR_NO = ['Yes', 'No'] as const;

export type CustomFieldFault =
  | 'required'
  | 'not_number'
  | 'not_day'
  | 'not_time'
  | 'not_choice'
  | 'not_yes_no';

/** White space, and what takes none: zero-width and direction marks, fillers, the empty Braille cell. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu;
const isBlank = (value: string): boolean => value.replace(UNSEEN, '') === '';

/** null: the value may stand. Nothing written is right unless something is required. */
export function customFieldFault(rule: CustomFieldRule, value: string): CustomFieldFault | null {
  const text = value.trim();
  if (isBlank(value)) return rule.required ? 'required' : null;
  switch (rule.kind) {
    case 'Text':
      return null;
    case 'Number':
      return /^[+-]?\d{1,15}(\.\d{1,6})?$/.test(text) ? null : 'not_number';
    case 'Date':
      return isDay(text) ? null : 'not_day';
    case 'Instant':
      return isInstant(text) ? null : 'not_time';
    case 'Choice':
      return rule.choices.includes(text) ? null : 'not_choice';
    case 'YesNo':
      return YES_OR_NO.some((word) => word === text) ? null : 'not_yes_no';
  }
}

/**
 * Every field of a record that is missing or wrong, in the set-up's order.
 * @param before values as they stand: what is not changed is not asked about again (a choice may have gone since)
 */
export function customFieldFaults(
  rules: readonly CustomFieldRule[],
  given: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>> | null = null,
): { readonly key: string; readonly fault: CustomFieldFault }[] {
  return rules.flatMap((rule) => {
    const value = (Object.hasOwn(given, rule.key) ? given[rule.key] : undefined) ?? '';
    const isUnchanged = before !== null && value === (before[rule.key] ?? '');
    const fault = isUnchanged ? null : customFieldFault(rule, value);
    return fault ? [{ key: rule.key, fault }] : [];
  });
}

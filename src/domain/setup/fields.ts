/** What a field of a set-up record can be. From one list of fields come schema, form, columns, CSV and references. */

export type SetupValue = string | number | boolean | null | readonly number[] | readonly string[];
export type SetupValues = Readonly<Record<string, SetupValue>>;

type Shape =
  | { readonly type: 'text'; readonly max: number }
  /** The foreign program's key; null: none. */
  | { readonly type: 'key'; readonly max: number }
  | { readonly type: 'email' }
  | { readonly type: 'phone' }
  | { readonly type: 'timeZone' }
  /** ISO 4217, `USD`. */
  | { readonly type: 'currency' }
  | { readonly type: 'minutes'; readonly min: number; readonly max: number }
  /** Minutes since midnight on the place's own clock, 0–1440. */
  | { readonly type: 'clock'; readonly max: 1439 | 1440 }
  | { readonly type: 'whole'; readonly min: number; readonly max: number }
  /** Degrees, or null. */
  | { readonly type: 'degrees'; readonly most: 90 | 180 }
  /** Money per unit, in 1/10,000 of the currency's unit; from 0. */
  | { readonly type: 'unitPrice'; readonly max: number }
  /** Money in whole cents; from 0. */
  | { readonly type: 'amount'; readonly max: number }
  /** Typed and shown in percent, kept in millionths: 6.25 is 62,500; from 0. */
  | { readonly type: 'percent'; readonly max: number }
  | { readonly type: 'yesNo' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  /** One record of another list; null: none. */
  | { readonly type: 'one'; readonly of: string }
  | { readonly type: 'many'; readonly of: string }
  /** 0 Sunday … 6 Saturday. */
  | { readonly type: 'weekdays' }
  | { readonly type: 'day' }
  | { readonly type: 'days' };

export type SetupField = Shape & {
  /** The record's own name of it. */
  readonly name: string;
  /** Label of the form, head of the column, head of the CSV column. */
  readonly title: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Of a new record, unless given. */
  readonly initial?: SetupValue;
  /** A column that is shown only when asked for. */
  readonly quiet?: boolean;
  /** Given once, when the record is made. */
  readonly fixed?: boolean;
  /** It says something only where the other field holds one of these; else it is as a new record has it. */
  readonly onlyWhen?: {
    readonly field: string;
    readonly is: readonly string[];
    /** There it may not be empty. */
    readonly needed?: boolean;
  };
};

/** Whether the field says something of this record. */
export const isAsked = ({ onlyWhen }: SetupField, values: SetupValues): boolean =>
  !onlyWhen || onlyWhen.is.includes(String(values[onlyWhen.field]));

/** With what says nothing as a new record has it: a truck's technician goes when it becomes a warehouse. */
export const withoutUnasked = (fields: readonly SetupField[], values: SetupValues): SetupValues => ({
  ...values,
  ...Object.fromEntries(
    fields.flatMap((field) => (isAsked(field, values) ? [] : [[field.name, initialOf(field) ?? null]])),
  ),
});

/** What a field holds when nothing was given; undefined: it has to be. */
export function initialOf(field: SetupField): SetupValue | undefined {
  if (field.initial !== undefined) return field.initial;
  if (field.required) return undefined;
  switch (field.type) {
    case 'text':
    case 'email':
    case 'phone':
      return '';
    case 'yesNo':
      return false;
    case 'many':
    case 'weekdays':
    case 'days':
      return [];
    default:
      return null;
  }
}

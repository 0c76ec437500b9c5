/** A value of a set-up record as a list shows it. */
import { cents, decimalOfUnitPrice, formatCents, percentOfRate, rate, unitPrice } from '#domain/money.ts';
import type { SetupField, SetupValue } from '#domain/setup/fields.ts';
import type { ToldField } from '#domain/setup/kind-row.ts';
import { type Day, dayOf, isInstant } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { clock } from '../../../lib/clock.ts';
import { formatDay, formatMinutes, formatPhone } from '../../../lib/format.ts';
import { weekdaysText } from '../../../lib/week.ts';
import { minuteText } from '../../../parts/clock-minutes.ts';
import { choiceWord } from './choice-words.ts';
import { type Lists, listFor } from './references.ts';

export function valueText(field: SetupField, value: SetupValue | undefined, lists: Lists): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'one':
      return nameIn(listFor(field, lists), value as number);
    case 'many':
      return (value as number[]).map((id) => nameIn(listFor(field, lists), id)).join(', ');
    case 'minutes':
      return formatMinutes(value as number);
    case 'clock':
      return minuteText(value as number);
    case 'weekdays':
      return weekdaysText(value as number[]);
    case 'days':
      return (value as Day[]).map((one) => formatDay(one, { year: true })).join(', ');
    case 'unitPrice':
      return decimalOfUnitPrice(unitPrice(value as number));
    case 'amount':
      return formatCents(cents(value as number));
    case 'percent':
      return percentOfRate(rate(value as number));
    case 'yesNo':
      return value ? 'Yes' : 'No';
    case 'day':
      return formatDay(value as Day, { year: true });
    case 'choice':
      return choiceWord(String(value));
    case 'phone':
      return formatPhone(String(value));
    default:
      return String(value);
  }
}

/** What is told of a record and typed by nobody. */
export const toldText = ({ type }: ToldField, value: SetupValue | undefined): string =>
  typeof value !== 'string'
    ? ''
    : type === 'instant' && isInstant(value)
      ? formatDay(dayOf(value, clock.zone()), { year: true })
      : value;

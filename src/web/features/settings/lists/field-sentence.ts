/** What is wrong with a field of a set-up record, and how it is typed. */
import { cents, decimalOfUnitPrice, formatCents, percentOfRate, rate, unitPrice } from '#domain/money.ts';
import type { SetupField } from '#domain/setup/fields.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import { formatMinutes } from '../../../lib/format.ts';
import { choiceWord } from './choice-words.ts';

const HOW: Readonly<Partial<Record<SetupField['type'], string>>> = {
  unitPrice: 'Type an amount, such as 34.50.',
  amount: 'Type an amount, such as 500 or 1,250.00.',
  percent: 'Type a percentage, such as 6.25.',
  clock: 'Type a time, such as 8:30 or 2p.',
  minutes: 'Type a length, such as 90, 1:30 or 2 h.',
  currency: 'Three letters, such as USD.',
  email: 'This is not an e-mail address.',
  one: 'Choose one of the list.',
  weekdays: 'Choose at least one day.',
};

/** The server's own sentences have no type; the others come from the contract's rule for the field. */
export function fieldSentence(field: SetupField, type: string, message: string | undefined): string {
  if (type === 'server' && message) return message;
  // What must hold between two fields (domain/setup/relations.ts).
  if (field.type === 'timeZone') return 'Type a city or a time zone, such as Chicago or America/Chicago.';
  if (type === 'custom' && message) return `This ${message}.`;
  if (field.type === 'whole' || field.type === 'degrees') {
    const [from, to] = field.type === 'whole' ? [field.min, field.max] : [-field.most, field.most];
    return `Type a number from ${from} to ${to}.`;
  }
  if (field.type === 'choice') return `Choose ${field.choices.map(choiceWord).join(' or ')}.`;
  if (field.type === 'minutes' && type === 'too_small') return `At least ${formatMinutes(field.min)}.`;
  if (field.type === 'minutes' && type === 'too_big') return `At most ${longest(field.max)}.`;
  if (field.type === 'unitPrice' && type === 'too_big') {
    return `At most ${decimalOfUnitPrice(unitPrice(field.max))}.`;
  }
  if (field.type === 'amount' && type === 'too_big') return `At most ${formatCents(cents(field.max))}.`;
  if (field.type === 'percent' && type === 'too_big') return `At most ${percentOfRate(rate(field.max))} %.`;
  return HOW[field.type] ?? fieldErrorText({ path: field.name, code: type, message: message ?? '' });
}

const DAY = 24 * 60;
const longest = (minutes: number): string =>
  minutes % DAY === 0 ? `${minutes / DAY} days` : formatMinutes(minutes);

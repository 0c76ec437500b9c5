import type { FieldErrors } from 'react-hook-form';
import { fieldErrorText } from '../../lib/field-error-text.ts';
import type { VendorTyped } from './vendor-values.ts';

const MISSING: Partial<Record<keyof VendorTyped, string>> = {
  name: 'Who is it?',
  street: 'Where is it? Street and number.',
  city: 'In which city?',
};
const PERCENT = 'A percentage from 0 to 100, such as 6.25.';
const PERCENTS: readonly (keyof VendorTyped)[] = ['defaultTaxRate', 'overReceiptTolerance', 'priceTolerance'];

/** The server's are sentences already; the contract's are phrases. */
export function wrongOf(errors: FieldErrors<VendorTyped>, name: keyof VendorTyped): string | undefined {
  const error = errors[name];
  if (!error) return undefined;
  const { type, message = '' } = error as { type?: string; message?: string };
  if (type === 'server') return message;
  if (PERCENTS.includes(name)) return PERCENT;
  if (message === 'is missing' && MISSING[name]) return MISSING[name];
  return fieldErrorText({ path: name, code: String(type), message });
}

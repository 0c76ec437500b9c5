import { fieldErrorText } from '../../lib/field-error-text.ts';

/** For a field left empty, or that holds no number: what to type there. */
const PHRASES: Readonly<Record<string, string>> = {
  vendorId: 'Which vendor?',
  skuId: 'Which SKU?',
  cost: 'An amount of up to four decimal places, such as 84.10 or 0.8725.',
  leadDays: 'Whole days, up to 730; nothing where nobody said.',
  minQuantity: 'A number above none, such as 12 or 2.5; nothing for any.',
  from: 'A number above none, such as 12 or 2.5.',
};

type FormError = { readonly type?: string; readonly message?: string } | undefined;

/** The server's are sentences already; the contract's are phrases. */
export function wrongOf(error: FormError, name: string): string | undefined {
  if (!error) return undefined;
  const { type, message = '' } = error;
  if (type === 'server') return message;
  // A relation between two numbers says what is wrong itself.
  if (PHRASES[name] && type !== 'custom') return PHRASES[name];
  return fieldErrorText({ path: name, code: String(type), message });
}

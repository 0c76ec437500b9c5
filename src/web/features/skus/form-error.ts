import { fieldErrorText } from '../../lib/field-error-text.ts';

/** For a field left empty, or that holds no number: what to type there. */
const PHRASES: Readonly<Record<string, string>> = {
  code: 'What is it called by? Such as FLT-1625.',
  name: 'What is it?',
  unit: 'What is one of it? Such as each or ft.',
  cost: 'An amount of up to four decimal places, such as 84.10 or 0.8725.',
  price: 'An amount of up to four decimal places, such as 84.10; nothing where the markup rules say.',
  quantity: 'How many? A number such as 12 or 2.5.',
  least: 'A number such as 12 or 2.5.',
  most: 'A number such as 12 or 2.5.',
  inventoryLocationId: 'Choose a place.',
};
const NUMBERS: readonly string[] = ['cost', 'price', 'quantity', 'least', 'most', 'inventoryLocationId'];

type FormErrors = Readonly<Record<string, unknown>>;

/** The server's are sentences already; the contract's are phrases. */
export function wrongOf(errors: FormErrors, name: string): string | undefined {
  const found = errors[name];
  // Of a list the first that is wrong.
  const error: unknown = Array.isArray(found) ? found.find(Boolean) : found;
  if (!error) return undefined;
  const { type, message = '' } = error as { type?: string; message?: string };
  if (type === 'server') return message;
  const phrase = PHRASES[name];
  // A relation between two numbers (“is less than the least”) says what is wrong itself.
  const isNoNumber = NUMBERS.includes(name) && type !== 'custom';
  if (phrase && (isNoNumber || message === 'is missing')) return phrase;
  return fieldErrorText({ path: name, code: String(type), message });
}

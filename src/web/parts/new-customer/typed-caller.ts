import { WHOLE_NUMBER } from '#domain/customer/words.ts';

/** What somebody typed into the one search box, sorted into the fields of a new customer, so that nothing is typed twice. */
type TypedCaller = {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly street: string;
};

const EMAIL = /[^\s@]+@[^\s@]+/;
/** Seven digits or more, as people write numbers: spaces, dots, dashes, brackets and a plus between them. */
const PHONE = /\+?\(?\d(?:[\s().-]*\d){6,14}/;

/** E-mail and phone are recognised by their form; of the rest, what starts with a house number is a street, else a name. */
export function typedCaller(text: string): TypedCaller {
  const email = EMAIL.exec(text)?.[0] ?? '';
  const withoutEmail = text.replace(email, ' ');
  const phone = PHONE.exec(withoutEmail)?.[0] ?? '';
  const rest = withoutEmail.replace(phone, ' ').replace(/\s+/g, ' ').trim();
  const isStreet = /^\d+\S*\s+\p{L}/u.test(rest);
  return {
    name: isStreet ? '' : nameCase(rest.replace(/^[\d\s().+-]+$/, '')),
    phone: phone.trim(),
    email,
    street: isStreet ? nameCase(rest) : '',
  };
}

/** A whole number or address was typed: who has it is who calls, and somebody who has nearly it is somebody else. */
export function isWholeContact(text: string): boolean {
  const { phone, email } = typedCaller(text);
  return phone.replace(/\D/g, '').length >= WHOLE_NUMBER || /@[^\s@]+\.[^\s@]{2,}$/.test(email);
}

/** "maria lopez" was typed in a hurry; "de Vries" and "McDonald" were typed on purpose. */
const nameCase = (text: string): string =>
  text === text.toLowerCase()
    ? text.replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
    : text;

/** What the offer under the results says: `“lop…”, (617) 555-0142`. */
export function offerText(
  { name, phone, email, street }: TypedCaller,
  format: (phone: string) => string,
): string {
  const words = name || street;
  return [words && `“${words}”`, phone && format(phone), email].filter(Boolean).join(', ');
}

/** The one text a customer is found by: name, phone digits, e-mails and addresses, lower case. */

/** Digits of a phone number without a leading US country code, so that +1 (617) 555-0142 is found by 6175550142. */
export function phoneDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

/** Lower case, accents and punctuation folded, single spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();

export function searchText(
  name: string,
  contacts: readonly { kind: string; value: string }[],
  locations: readonly { street: string; unit: string; city: string; zip: string }[],
): string {
  const reach = contacts.map((one) =>
    one.kind === 'Email' ? one.value.toLowerCase() : phoneDigits(one.value),
  );
  const places = locations.map((one) => folded(`${one.street} ${one.unit} ${one.city} ${one.zip}`));
  return [folded(name), ...reach, ...places].join(' | ');
}

/** A place's normal form: the same address written in two ways has one key. Order: street, unit, zip or city. */
export function addressKey(place: { street: string; unit: string; city: string; zip: string }): string {
  const street = folded(place.street)
    .replace(/\./g, '')
    .split(' ')
    .map((word) => STREET_WORDS.get(word) ?? word)
    .join(' ');
  return [street, folded(place.unit), folded(place.zip || place.city)].join('|');
}

const STREET_WORDS = new Map([
  ['street', 'st'],
  ['avenue', 'ave'],
  ['av', 'ave'],
  ['road', 'rd'],
  ['drive', 'dr'],
  ['lane', 'ln'],
  ['court', 'ct'],
  ['place', 'pl'],
  ['square', 'sq'],
  ['boulevard', 'blvd'],
  ['terrace', 'ter'],
  ['terr', 'ter'],
  ['parkway', 'pkwy'],
  ['highway', 'hwy'],
  ['north', 'n'],
  ['south', 's'],
  ['east', 'e'],
  ['west', 'w'],
]);

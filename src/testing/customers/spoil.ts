/** The ways one customer comes to be in the books twice. */
import type { Picks } from './chance.ts';
import type { MadeCustomer } from './generate.ts';
import { shortStreet } from './names.ts';

export const DUPLICATE_KINDS = [
  'one letter of the name',
  'two letters of the name',
  'name parts swapped',
  'nickname',
  'apartment missing',
  'street abbreviated',
  'one digit of the phone',
  'other e-mail',
  'one letter of the street',
] as const;
export type DuplicateKind = (typeof DUPLICATE_KINDS)[number];

const SAID: readonly (readonly [string, string])[] =
  'Robert Bob|William Bill|Richard Dick|James Jim|John Jack|Michael Mike|Elizabeth Liz|Margaret Peggy|Katherine Kate|Patricia Pat|Jennifer Jen|Thomas Tom|Joseph Joe|Charles Chuck|Christopher Chris|Daniel Dan|Matthew Matt|Anthony Tony|Steven Steve|Andrew Andy|Joshua Josh|Kenneth Ken|Edward Ted|Ronald Ron|Timothy Tim|Jeffrey Jeff|Jacob Jake|Nicholas Nick|Benjamin Ben|Samuel Sam|Gregory Greg|Alexander Alex|Raymond Ray|Deborah Debbie|Rebecca Becky|Susan Sue|Barbara Barb|Pamela Pam|Samantha Sam|Victoria Vicky|Cynthia Cindy|Kimberly Kim|Stephanie Steph|Theresa Terry|Judith Judy|Abigail Abby|Zachary Zach|Lawrence Larry|Douglas Doug|Gerald Jerry'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]);

/** null: this customer cannot be spoilt in that way (has no apartment, no short name …). */
export function spoilt(chance: Picks, kind: DuplicateKind, one: MadeCustomer): MadeCustomer | null {
  const again = asTakenDownAgain(chance, one);
  const at = again.locations[0]!;
  const withPlace = (change: Partial<typeof at>) => ({ ...again, locations: [{ ...at, ...change }] });
  switch (kind) {
    case 'one letter of the name':
      return { ...again, name: mistyped(chance, again.name) };
    case 'two letters of the name':
      return { ...again, name: mistyped(chance, mistyped(chance, again.name)) };
    case 'name parts swapped': {
      const [first, last, ...more] = again.name.split(' ');
      return more.length === 0 && one.type === 'Residential'
        ? { ...again, name: chance.share(0.5) ? `${last} ${first}` : `${last}, ${first}` }
        : null;
    }
    case 'nickname': {
      const [first = '', ...rest] = again.name.split(' ');
      const said = SAID.find(([paper]) => paper === first)?.[1];
      return said && one.type === 'Residential' ? { ...again, name: [said, ...rest].join(' ') } : null;
    }
    case 'apartment missing':
      return at.unit ? withPlace({ unit: '' }) : null;
    case 'street abbreviated':
      return shortStreet(at.street) === at.street ? null : withPlace({ street: shortStreet(at.street) });
    case 'one digit of the phone':
      return {
        ...again,
        contacts: again.contacts.map((contact) =>
          contact.kind === 'Email' ? contact : { ...contact, value: otherDigit(chance, contact.value) },
        ),
      };
    case 'other e-mail':
      return again.contacts.some((contact) => contact.kind === 'Email')
        ? {
            ...again,
            contacts: again.contacts.map((contact) =>
              contact.kind === 'Email'
                ? { ...contact, value: `home${chance.below(100_000)}@example.org` }
                : contact,
            ),
          }
        : null;
    case 'one letter of the street': {
      const [number, name = '', ...rest] = at.street.split(' ');
      return withPlace({ street: [number, mistyped(chance, name), ...rest].join(' ') });
    }
  }
}

/** Nobody takes down everything twice: a quarter has no e-mail this time, a fifth has called from another phone. */
function asTakenDownAgain(chance: Picks, one: MadeCustomer): MadeCustomer {
  const dropsMail = chance.share(0.25);
  const otherPhone = chance.share(0.2);
  const contacts = one.contacts.flatMap((contact) => {
    if (contact.kind === 'Email') return dropsMail ? [] : [contact];
    return otherPhone
      ? [{ ...contact, value: `617${200 + chance.below(700)}${1000 + chance.below(9000)}` }]
      : [contact];
  });
  return { ...one, contacts };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** One letter more, less, another, or two neighbours swapped, in one of the words. */
function mistyped(chance: Picks, text: string): string {
  const spots = [...text.matchAll(/[A-Za-z](?=[a-z])/g)].map((match) => match.index);
  const at = chance.of(spots) + 1;
  const other = chance.of([...LETTERS].filter((letter) => letter !== text[at]));
  switch (chance.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + other + text.slice(at);
    case 2:
      return text.slice(0, at) + other + text.slice(at + 1);
    default:
      return /[a-z]/.test(text[at + 1] ?? '') && text[at + 1] !== text[at]
        ? text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)
        : text.slice(0, at) + other + text.slice(at + 1);
  }
}

function otherDigit(chance: Picks, value: string): string {
  const at = chance.below(value.length);
  return value.slice(0, at) + ((Number(value[at]) + 1 + chance.below(9)) % 10) + value.slice(at + 1);
}

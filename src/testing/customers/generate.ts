/**
 * Customers as an office has them, from a seed: people and companies, apartment houses, families at one address, the
 * same common names in other towns; and for a share of them a second record of the same customer, spoilt in one of the
 * ways people spoil it. The families, houses and namesakes are what must not be taken for duplicates.
 */
import { chanceFrom, type Picks } from './chance.ts';
import { FIRST, lastName, shortStreet, streetName, TOWNS, TRADES } from './names.ts';
import { DUPLICATE_KINDS, type DuplicateKind, spoilt } from './spoil.ts';

export type MadeCustomer = {
  readonly name: string;
  readonly type: 'Residential' | 'Commercial';
  readonly contacts: readonly { readonly kind: 'Phone' | 'Mobile' | 'Email'; readonly value: string }[];
  readonly locations: readonly {
    readonly street: string;
    readonly unit: string;
    readonly city: string;
    readonly state: string;
    readonly zip: string;
  }[];
};
export type Made = {
  readonly customers: readonly MadeCustomer[];
  /** Index of the duplicate, index of whom it is, how it was spoilt. */
  readonly duplicates: readonly { readonly at: number; readonly of: number; readonly kind: DuplicateKind }[];
};

/** @param share of the customers that are a second record of another */
export function makeCustomers(seed: number, count: number, share = 0): Made {
  const chance = chanceFrom(seed);
  const originals = Math.round(count * (1 - share));
  const customers: MadeCustomer[] = [];
  while (customers.length < originals) {
    const last = customers.at(-1);
    if (last?.type === 'Residential' && chance.share(0.04)) customers.push(relativeOf(chance, last));
    else if (last && chance.share(0.03)) customers.push(neighbourOf(chance, last));
    else if (last?.type === 'Residential' && chance.share(0.03)) customers.push(namesakeOf(chance, last));
    else customers.push(chance.share(0.12) ? company(chance) : person(chance));
  }
  const duplicates: Made['duplicates'][number][] = [];
  const taken = new Set<number>();
  let inVain = 0;
  while (customers.length < count) {
    // In turn; of few customers perhaps none can be spoilt in this way (nobody has an apartment), so the next one's turn comes.
    const kind = DUPLICATE_KINDS[(duplicates.length + Math.floor(inVain / 100)) % DUPLICATE_KINDS.length]!;
    const of = chance.below(originals);
    const second = taken.has(of) ? null : spoilt(chance, kind, customers[of]!);
    if (!second) {
      inVain += 1;
      continue;
    }
    inVain = 0;
    taken.add(of);
    duplicates.push({ at: customers.length, of, kind });
    customers.push(second);
  }
  return { customers, duplicates };
}

const phone = (chance: Picks, area: string): string =>
  `${area}${200 + chance.below(700)}${String(chance.below(10_000)).padStart(4, '0')}`;

function place(chance: Picks): { place: MadeCustomer['locations'][number]; area: string } {
  const [city, zip, area] = chance.of(TOWNS);
  const unit = chance.share(0.25) ? `Apt ${1 + chance.below(40)}` : '';
  const street = `${1 + chance.below(900)} ${streetName(chance)}`;
  return {
    place: { street: chance.share(0.6) ? shortStreet(street) : street, unit, city, state: 'MA', zip },
    area,
  };
}

const mail = (chance: Picks, first: string, last: string): string =>
  `${chance.of([`${first}.${last}`, `${first[0]}${last}`, `${first}${last}${chance.below(100)}`])}@${chance.of(['example.com', 'mail.example.com', 'example.net'])}`.toLowerCase();

function person(chance: Picks): MadeCustomer {
  const [first, last] = [chance.of(FIRST), lastName(chance)];
  const at = place(chance);
  return {
    name: `${first} ${last}`,
    type: 'Residential',
    contacts: [
      { kind: chance.share(0.5) ? 'Mobile' : 'Phone', value: phone(chance, at.area) },
      ...(chance.share(0.75) ? [{ kind: 'Email' as const, value: mail(chance, first, last) }] : []),
    ],
    locations: [at.place],
  };
}

function company(chance: Picks): MadeCustomer {
  const at = place(chance);
  const [word, trade] = [chance.share(0.5) ? lastName(chance) : at.place.city, chance.of(TRADES)];
  return {
    name: `${word} ${trade}`,
    type: 'Commercial',
    contacts: [
      { kind: 'Phone', value: phone(chance, at.area) },
      { kind: 'Email', value: `office@${word}-${trade}${chance.below(1000)}.example.com`.toLowerCase() },
    ],
    locations: [at.place],
  };
}

/** Somebody else of the family: the same address and surname, half of them the same landline. */
function relativeOf(chance: Picks, one: MadeCustomer): MadeCustomer {
  const own = person(chance);
  const [, ...surname] = one.name.split(' ');
  const first = chance.of(FIRST.filter((name) => !one.name.startsWith(`${name} `)));
  const landline = one.contacts[0]!;
  return {
    ...own,
    name: `${first} ${surname.join(' ')}`,
    contacts: [chance.share(0.5) ? landline : own.contacts[0]!, ...own.contacts.slice(1)],
    locations: one.locations,
  };
}

/** Another household in the same house: the same street and number, another apartment. */
function neighbourOf(chance: Picks, one: MadeCustomer): MadeCustomer {
  const unit = `Apt ${41 + chance.below(40)}`;
  return { ...person(chance), locations: one.locations.map((at) => ({ ...at, unit })) };
}

/** The same name in another town. */
function namesakeOf(chance: Picks, one: MadeCustomer): MadeCustomer {
  let other = person(chance);
  while (other.locations[0]!.city === one.locations[0]?.city) other = person(chance);
  return { ...other, name: one.name };
}

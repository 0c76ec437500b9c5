/** The demo's customers: 5,000 of them with 6,000 locations, a phone and mostly an e-mail each. */
import type { NewCustomer, NewLocation } from '#contract/customer.ts';
import { newCustomer } from '#contract/customer.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { customerRecords, idsNeeded } from '../customers/records.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { saveRecords } from '../write/save.ts';
import { CENTRAL_TOWNS, COMPANIES, EASTERN_TOWNS, FIRST_NAMES, LAST_NAMES, STREETS } from './names.ts';
import type { Dice } from './random.ts';
import type { DemoSetUp } from './set-up.ts';

export type DemoPlace = { customerId: Id; locationId: Id; isCentral: boolean };
/** Locations by where they are: Chicago's electricians do not drive to Boston. */
export type DemoPlaces = { readonly eastern: readonly DemoPlace[]; readonly central: readonly DemoPlace[] };
const BATCH = 1000;
/** One customer in five has a second location. */
const SECOND_LOCATION = 0.2;

/** Businesses are there Monday to Friday, 8 to 5; when people are at home, nobody has said. */
const OFFICE_HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 480, endMinute: 1020 }));

export async function insertPeople(
  inTransaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>,
  context: CommandContext,
  chance: Dice,
  setUp: DemoSetUp,
  count: number,
): Promise<DemoPlace[]> {
  const places: DemoPlace[] = [];
  for (let done = 0; done < count; done += BATCH) {
    const customers = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) =>
      personOf(chance, setUp, done + index),
    );
    await inTransaction(async (tx) => {
      const ids = await newIds(
        tx,
        customers.reduce((sum, one) => sum + idsNeeded(one.customer), 0),
      );
      let at = 0;
      const records = customers.flatMap(({ customer, isCentral }) => {
        const own = ids.slice(at, at + idsNeeded(customer));
        at += own.length;
        for (const index of customer.locations.keys()) {
          places.push({ customerId: own[0]!, locationId: own[1 + index]!, isCentral });
        }
        return customerRecords(customer, own, 'demo');
      });
      await saveRecords(tx, context, { verb: 'customer.created', undoable: false }, records);
    });
  }
  return places;
}

function personOf(
  chance: Dice,
  setUp: DemoSetUp,
  index: number,
): { customer: NewCustomer; isCentral: boolean } {
  const isCentral = chance.happens(0.2);
  const last = chance.pick(LAST_NAMES);
  const isCommercial = chance.happens(0.12);
  const name = isCommercial ? `${last} ${chance.pick(COMPANIES)}` : `${chance.pick(FIRST_NAMES)} ${last}`;
  const placeOf = () => ({
    ...locationOf(chance, setUp, isCentral),
    businessHours: isCommercial ? OFFICE_HOURS : null,
  });
  const locations = [placeOf()];
  if (chance.happens(SECOND_LOCATION)) locations.push(placeOf());
  const area = isCentral ? 312 : 617;
  const phone = `(${area}) 555-${String(100 + (index % 9900)).padStart(4, '0')}`;
  const contacts = [{ kind: isCommercial ? ('Phone' as const) : ('Mobile' as const), value: phone }];
  const email = {
    kind: 'Email' as const,
    value: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}${index}@example.com`,
  };
  return {
    isCentral,
    customer: newCustomer.parse({
      name,
      type: isCommercial ? 'Commercial' : 'Residential',
      doNotService: index === 42,
      tagIds: chance.happens(0.15) ? [chance.pick(setUp.tagIds)] : [],
      memo: chance.happens(0.05) ? 'Call before you come.' : '',
      locations,
      contacts: chance.happens(0.8) ? [...contacts, email] : contacts,
    }),
  };
}

function locationOf(
  chance: Dice,
  setUp: DemoSetUp,
  isCentral: boolean,
): Partial<NewLocation> & { street: string } {
  const [city, state, zip, latitude, longitude, zone] = chance.pick(
    isCentral ? CENTRAL_TOWNS : EASTERN_TOWNS,
  );
  // A few minutes' drive around the town's middle; five decimals, about a metre.
  const around = (middle: number) => Math.round((middle + (chance.next() - 0.5) * 0.06) * 1e5) / 1e5;
  return {
    street: `${chance.between(1, 240)} ${chance.pick(STREETS)}`,
    unit: chance.happens(0.15) ? `Apt ${chance.between(1, 12)}` : '',
    city,
    state,
    zip,
    latitude: around(latitude),
    longitude: around(longitude),
    zoneId: setUp.zones.get(zone)!,
    taxZoneId: state === 'MA' ? setUp.taxZoneIds.MA : setUp.taxZoneIds.IL,
    memo: chance.happens(0.1) ? `Gate code ${chance.between(1000, 9999)}` : '',
  };
}

/** A day with technicians of the test's own: nothing else is in the way, however often and beside whatever it runs. */
import type { Page } from '@playwright/test';
import type { Day } from '#domain/time.ts';
import { call, type Evening, evening } from './board.ts';

type SignedIn = (user: 'admin') => Promise<Page>;
type Person = Evening['technicians'][0];

/**
 * @param day one ahead unless said: `slot` is the test's number over all files
 * @returns two people with the skills of the visits, and what leaves only them on the board
 */
export async function ownDay(
  signedInPage: SignedIn,
  page: Page,
  slot: number,
  on?: Day,
): Promise<Evening & { pair: [Person, Person]; only: string }> {
  const day = await evening(page, slot, on);
  type Setup = { jobTypes: { id: number; skillIds: number[] }[] };
  const { jobTypes } = await call<Setup>(page, 'GET', '/api/setup');
  const { skillIds } = jobTypes.find(({ id }) => id === day.jobTypeId)!;
  const admin = await signedInPage('admin');
  const surname = `Own${crypto.randomUUID().slice(0, 8)}`;
  const made = async (first: string): Promise<Person> => {
    // Last of the lanes, so that those of other journeys stay in view.
    const name = `Zz ${first} ${surname}`;
    const body = { kind: 'technician', values: { name, businessUnitId: day.businessUnitId, skillIds } };
    type Written = { record: { id: number } };
    const { record } = await call<Written>(admin, 'POST', '/api/setup/records', body);
    return { id: record.id, name };
  };
  return { ...day, pair: [await made('Ana'), await made('Sam')], only: `&q=${surname}` };
}

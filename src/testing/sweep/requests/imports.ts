/** For every route of `contract/routes/imports.ts` a request that succeeds. */
import { expect, vi } from 'vitest';
import type { EndpointName } from '#contract/endpoints.ts';
import type { imports } from '#contract/routes/imports.ts';
import type { Id } from '#domain/ids.ts';
import type { Maker } from '../fresh-cards.ts';
import type { Ground } from '../ground.ts';
import { type Call, send } from '../send.ts';
import { fresh, plain, type RequestsOf } from './makers.ts';

const CSV = 'case_enquiry_id,open_dt,case_title,location\n1,2011-11-07 09:00:00,Heat,1 Main St\n';
const mapping = {
  timeZone: 'America/New_York',
  columns: { case_enquiry_id: 'externalId', open_dt: 'openedOn', location: 'address' },
};
const customers = () => ({
  params: { what: 'customers' },
  query: { fileName: 'customers.csv' },
  upload: `Customer ID,Customer Name\nsweep-${fresh()},Ana\n`,
});
const imported: Maker = async (ground) => ({
  params: { id: await uploaded(ground, 'imports.upload', { query: { fileName: 'a.csv' }, upload: CSV }) },
});
async function uploaded(ground: Ground, name: EndpointName, call: Call): Promise<Id> {
  const answer = await send(ground.as('admin'), name, call);
  return ((await answer.json()) as { id: Id }).id;
}
/** Customers that were checked: ready to be written. */
const checked: Maker = async (ground) => {
  const params = { id: await uploaded(ground, 'imports.uploadRecords', customers()) };
  const columns = { 'Customer ID': 'externalKey', 'Customer Name': 'name' };
  await led(ground, 'imports.check', { params, body: { timeZone: 'America/New_York', columns } }, 'Checked');
  return { params };
};
/** Customers that were written: ready to be taken back. */
const written: Maker = async (ground) => {
  const call = await checked(ground);
  await led(ground, 'imports.run', call, 'Done');
  return call;
};
/** Asks for a step and waits until it is over. */
async function led(ground: Ground, name: EndpointName, call: Call, status: string): Promise<void> {
  await send(ground.as('admin'), name, call);
  await vi.waitFor(
    async () => {
      const answer = await send(ground.as('admin'), 'imports.get', { params: call.params! });
      expect(await answer.json()).toMatchObject({ status });
    },
    { interval: 10, timeout: 30_000 },
  );
}

export const importsRequests: RequestsOf<typeof imports> = {
  'imports.list': plain,
  'imports.upload': async () => ({ query: { fileName: 'requests.csv' }, upload: CSV }),
  'imports.uploadRecords': async () => customers(),
  'imports.get': imported,
  'imports.check': async (ground) => ({ ...(await imported(ground)), body: mapping }),
  'imports.rows': imported,
  'imports.run': checked,
  'imports.cancel': imported,
  'imports.undo': written,
  'imports.result': imported,
};

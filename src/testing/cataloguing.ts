/** An office's vendors and SKUs, for the tests of what is sold by whom. */
import type { Company } from './company.ts';

let keys = 0;
/** Of a step of its own. */
export const freshKey = (): string => `catalogue-${++keys}`;
export const buyer = (office: Company) => office.person('purchasing');

export async function addVendor(office: Company, name: string) {
  const body = { name, street: '1 Dock St', city: 'Quincy' };
  return (await buyer(office).call('vendors.create', { key: freshKey(), body })).vendor;
}

export async function addSku(office: Company, code: string) {
  const body = { code, name: `Part ${code}`, kind: 'Material' } as const;
  return (await buyer(office).call('skus.create', { key: freshKey(), body })).sku;
}

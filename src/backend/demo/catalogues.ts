/** What the demo company's vendors sell: every part somewhere, some with two vendors, some cheaper by the box. */
import type { Id } from '#domain/ids.ts';
import { quantity, unitPriceFromDecimal } from '#domain/money.ts';
import type { CatalogueItem } from '#domain/vendor/catalogue.ts';
import { foundBy } from '../catalogue/search-text.ts';
import type { AddRows } from './add-rows.ts';

/** Places of a vendor and of a part in the lists they are made from (`vendors.ts`, `skus.ts`). */
type Sold = readonly [
  vendor: number,
  part: number,
  vendorPartNumber: string,
  cost: string,
  leadDays: number,
  more?: Partial<Pick<CatalogueItem, 'preferred' | 'description' | 'minQuantity'>> & {
    readonly breaks?: readonly (readonly [from: number, cost: string])[];
  },
];
const UNIT = 10_000;
const [FERGUSON, JOHNSTONE, GRAINGER, SID_HARVEY] = [0, 1, 2, 3];
const preferred = true;
const SOLD: readonly Sold[] = [
  [
    JOHNSTONE,
    0,
    'L84-2231',
    '84.10',
    2,
    { preferred, description: 'Motor, condenser fan, 1/4 hp, 1075 rpm' },
  ],
  [SID_HARVEY, 0, 'SH-FM1075', '91.75', 0],
  [
    JOHNSTONE,
    1,
    'B45-4505',
    '12.10',
    2,
    {
      preferred,
      breaks: [
        [10, '10.90'],
        [50, '9.85'],
      ],
    },
  ],
  [GRAINGER, 1, '2MDV9', '17.48', 1],
  [
    GRAINGER,
    2,
    '5W513',
    '6.35',
    1,
    {
      preferred,
      breaks: [
        [12, '5.60'],
        [48, '4.95'],
      ],
      minQuantity: quantity(12 * UNIT),
    },
  ],
  [JOHNSTONE, 3, 'TH6320', '118.40', 3, { preferred }],
  [SID_HARVEY, 3, 'SH-T6PRO', '124', 0],
  [
    FERGUSON,
    4,
    'PXR34',
    '0.8725',
    1,
    {
      preferred,
      breaks: [
        [100, '0.79'],
        [500, '0.7150'],
      ],
    },
  ],
  [FERGUSON, 5, 'ZM53', '241', 4, { preferred }],
  [GRAINGER, 5, '3BB85', '268.30', 2],
  [FERGUSON, 6, 'RH50G', '712', 5, { preferred, description: 'Water heater, gas, 50 gallons, tall' }],
  [JOHNSTONE, 7, 'GSX140361', '1874.50', 9, { preferred }],
];

/** @param vendors of the demo, in the order of its set-up; @param parts likewise */
export async function addCatalogues(
  add: AddRows,
  vendors: readonly Id[],
  parts: readonly Id[],
): Promise<void> {
  await add(
    'catalogue_items',
    SOLD.map(([vendor, part, vendorPartNumber, cost, leadDays, { breaks = [], ...more } = {}]) => {
      const said = { vendorPartNumber, description: '', preferred: false, minQuantity: null, ...more };
      return {
        ...said,
        ...foundBy(said),
        vendorId: vendors[vendor]!,
        skuId: parts[part]!,
        cost: unitPriceFromDecimal(cost),
        leadDays,
        priceBreaks: breaks.map(([from, each]) => ({
          from: quantity(from * UNIT),
          cost: unitPriceFromDecimal(each),
        })),
      };
    }),
  );
}

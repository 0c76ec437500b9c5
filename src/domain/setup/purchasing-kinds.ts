/** What purchase orders and returns are made of, and where goods are kept (domain-rules §5). */
import { externalKey, name, type SetupKindRow } from './kind-row.ts';
import { SETUP_TITLES } from './kind-titles.ts';

export const INVENTORY_LOCATION_KINDS = ['Warehouse', 'Truck'] as const;

export const PURCHASING_KINDS = {
  purchaseOrderType: {
    ...SETUP_TITLES.purchaseOrderType,
    purpose: 'Kinds of orders: when the goods are needed, and what happens when they come.',
    naming: 'name',
    uniqueWithin: [],
    fields: [
      name(),
      {
        name: 'requiredInDays',
        title: 'Needed in, days',
        type: 'whole',
        min: 0,
        max: 365,
        required: true,
        initial: 0,
        hint: 'Proposed on an order, counted from its day.',
      },
      { name: 'skipWeekends', title: 'Skip weekends', type: 'yesNo', initial: true },
      { name: 'automaticallyReceive', title: 'Received when sent', type: 'yesNo' },
      { name: 'copiesToInvoice', title: 'Onto the job’s invoice', type: 'yesNo' },
      externalKey,
    ],
  },
  returnType: {
    ...SETUP_TITLES.returnType,
    purpose: 'Why goods go back to a vendor. What that costs is said on each return.',
    naming: 'name',
    uniqueWithin: [],
    fields: [
      name(),
      { name: 'takesFromStock', title: 'Takes goods from stock', type: 'yesNo', initial: true },
      externalKey,
    ],
  },
  inventoryLocation: {
    ...SETUP_TITLES.inventoryLocation,
    purpose: 'Where goods are kept: warehouses, and trucks with whoever drives them.',
    naming: 'name',
    uniqueWithin: [],
    listedBy: ['kind'],
    fields: [
      name(),
      {
        name: 'kind',
        title: 'Kind',
        type: 'choice',
        choices: INVENTORY_LOCATION_KINDS,
        required: true,
        initial: 'Warehouse',
      },
      {
        name: 'technicianId',
        title: 'Technician',
        type: 'one',
        of: 'technician',
        onlyWhen: { field: 'kind', is: ['Truck'] },
        hint: 'None: nobody’s truck in particular.',
      },
      externalKey,
    ],
  },
} as const satisfies Record<string, SetupKindRow>;

/** What the set-up lists are called and who keeps them. Apart from their fields (kinds.ts), which only the settings need to read. */
export type SetupTitles = {
  /** In the address of its page: `business-units`. */
  readonly slug: string;
  readonly title: string;
  readonly one: string;
  /** Who keeps it (domain-rules §9): what is nobody's in particular is the admin's. */
  readonly area: SetupArea;
};
/**
 * Each is a group of routes with its own roles: hours, events and holding lanes are the dispatcher's, costs of those who
 * see them, what orders are made of the purchasers', what the books are made of the accountants'.
 */
export type SetupArea = 'setupRecords' | 'workPatterns' | 'laborCosts' | 'purchasing' | 'books';

const office = { area: 'setupRecords' } as const;
const work = { area: 'workPatterns' } as const;
const purchasing = { area: 'purchasing' } as const;
const books = { area: 'books' } as const;

export const SETUP_TITLES = {
  businessUnit: { ...office, slug: 'business-units', title: 'Business units', one: 'business unit' },
  jobType: { ...office, slug: 'job-types', title: 'Job types', one: 'job type' },
  campaign: { ...office, slug: 'campaigns', title: 'Campaigns', one: 'campaign' },
  technician: { ...office, slug: 'technicians', title: 'Technicians', one: 'technician' },
  shiftPattern: { ...work, slug: 'shifts', title: 'Shifts', one: 'repeating shift' },
  eventPattern: { ...work, slug: 'non-job-events', title: 'Non-job events', one: 'non-job event' },
  holdingLane: { ...work, slug: 'holding-lanes', title: 'Holding lanes', one: 'holding lane' },
  technicianCost: { area: 'laborCosts', slug: 'labor-costs', title: 'Labor costs', one: 'labor cost' },
  reason: { ...office, slug: 'reasons', title: 'Hold and cancel reasons', one: 'reason' },
  skill: { ...office, slug: 'skills', title: 'Skills', one: 'skill' },
  zone: { ...office, slug: 'zones', title: 'Dispatch zones', one: 'dispatch zone' },
  arrivalWindow: { ...office, slug: 'arrival-windows', title: 'Arrival windows', one: 'arrival window' },
  capacityRule: { ...office, slug: 'capacity-rules', title: 'Capacity rules', one: 'capacity rule' },
  driveRule: { ...office, slug: 'drive-times', title: 'Drive times', one: 'drive time' },
  projectStatus: { ...office, slug: 'project-statuses', title: 'Project statuses', one: 'project status' },
  projectSubStatus: {
    ...office,
    slug: 'project-sub-statuses',
    title: 'Project sub-statuses',
    one: 'project sub-status',
  },
  projectType: { ...office, slug: 'project-types', title: 'Project types', one: 'project type' },
  tag: { ...office, slug: 'tags', title: 'Tags', one: 'tag' },
  customField: { ...office, slug: 'custom-fields', title: 'Custom fields', one: 'custom field' },
  purchaseOrderType: {
    ...purchasing,
    slug: 'purchase-order-types',
    title: 'Purchase order types',
    one: 'purchase order type',
  },
  returnType: { ...purchasing, slug: 'return-types', title: 'Return types', one: 'return type' },
  inventoryLocation: {
    ...purchasing,
    slug: 'inventory-locations',
    title: 'Inventory locations',
    one: 'inventory location',
  },
  paymentTerm: { ...books, slug: 'payment-terms', title: 'Payment terms', one: 'payment term' },
  glAccount: { ...books, slug: 'gl-accounts', title: 'GL accounts', one: 'GL account' },
  taxZone: { ...books, slug: 'tax-zones', title: 'Tax zones', one: 'tax zone' },
  taxRate: { ...books, slug: 'tax-rates', title: 'Tax rates', one: 'tax rate' },
  paymentType: { ...books, slug: 'payment-types', title: 'Payment types', one: 'payment type' },
  accountingPeriod: {
    ...books,
    slug: 'accounting-periods',
    title: 'Accounting periods',
    one: 'accounting period',
  },
  markupRule: { ...books, slug: 'markup-rules', title: 'Markup rules', one: 'markup rule' },
  approvalLimit: { ...books, slug: 'approval-limits', title: 'Approval limits', one: 'approval limit' },
} as const satisfies Record<string, SetupTitles>;

export type SetupKind = keyof typeof SETUP_TITLES;
export const SETUP_KIND_NAMES = Object.keys(SETUP_TITLES) as SetupKind[];
/** undefined: no list is called so. */
export const kindOfSlug = (slug: string): SetupKind | undefined =>
  SETUP_KIND_NAMES.find((kind) => SETUP_TITLES[kind].slug === slug);

/** The lists of one area, in their order. */
export const kindsOfArea = (area: SetupArea): SetupKind[] =>
  SETUP_KIND_NAMES.filter((kind) => SETUP_TITLES[kind].area === area);

/**
 * What forms and histories call the fields of records. Apart from the other words: the board opens without them, and
 * they are many (e2e/board-weight.spec.ts).
 */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  start: 'Start',
  end: 'End',
  windowStart: 'Window from',
  windowEnd: 'Window to',
  technicians: 'Technicians',
  status: 'Status',
  hold: 'Hold',
  canceled: 'Cancellation',
  isConfirmed: 'Confirmed',
  specialInstructions: 'Special instructions',
  holdingLaneId: 'Holding lane',
  active: 'Active',
  unused: 'Unused',
  summary: 'Summary',
  jobTypeId: 'Job type',
  businessUnitId: 'Business unit',
  priority: 'Priority',
  billToCustomerId: 'Bill to',
  campaignId: 'Campaign',
  customerPo: 'Customer PO',
  tagIds: 'Tags',
  customFields: 'Custom fields',
  completedOn: 'Completed',
  name: 'Name',
  type: 'Type',
  doNotService: 'Do not service',
  memo: 'Memo',
  mayMessage: 'May be messaged',
  businessHours: 'Business hours',
  street: 'Street',
  unit: 'Unit',
  city: 'City',
  state: 'State',
  zip: 'ZIP',
  country: 'Country',
  latitude: 'Latitude',
  longitude: 'Longitude',
  timeZone: 'Time zone',
  zoneId: 'Dispatch zone',
  taxZoneId: 'Tax zone',
  kind: 'Kind',
  value: 'Number or address',
  locationId: 'Location',
  customerId: 'Customer',
  technicianId: 'Technician',
  technicianIds: 'Technicians',
  label: 'Label',
  email: 'E-mail',
  password: 'Password',
  roles: 'Roles',
  businessUnitIds: 'Business units',
  companyName: 'Company',
  token: 'Setup token',
  current: 'Current password',
  next: 'New password',
  reasonId: 'Reason',
  syncStatus: 'Invoice status',
  text: 'Text',
  pinned: 'Pinned',
  appointment: 'Visit',
  number: 'Number',
  projectId: 'Project',
  description: 'Description',
  typeId: 'Type',
  statusId: 'Status',
  subStatusId: 'Sub-status',
  startsOn: 'Start',
  targetCompletion: 'Target completion',
  actualCompletion: 'Completed',
  managerUserIds: 'Managers in the office',
  managerTechnicianIds: 'Managing technicians',
  externalKey: 'External key',
  quantity: 'Quantity',
  amountCents: 'Amount',
  limitCents: 'Limit',
  base: 'Of',
  dueBy: 'Due',
  contactFirstName: 'First name',
  contactLastName: 'Last name',
  phone: 'Phone',
  fax: 'Fax',
  role: 'Role',
  defaultTaxRate: 'Default tax rate',
  deliveryOption: 'Orders go out',
  paymentTermId: 'Payment term',
  remittanceVendorId: 'Remit to',
  overReceiptTolerance: 'Over-receipt tolerance',
  priceTolerance: 'Price tolerance',
  vendorPartNumber: 'Vendor part number',
  leadDays: 'Lead time in days',
  minQuantity: 'Least to order',
  priceBreaks: 'Price breaks',
  preferred: 'Preferred',
  code: 'Code',
  cost: 'Cost',
  taxable: 'Taxable',
  serialized: 'Serial numbers',
  glAccountId: 'GL account',
  stock: 'Stock',
  least: 'Least',
  most: 'Most',
};
/** "window from": what a form or a history calls a field; `customerReference` reads "Customer reference". */
export function fieldWord(field: string): string {
  const last =
    field
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1) ?? field;
  const known = FIELD_WORDS[last];
  if (known) return known;
  const words = last.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "start and technicians", of changes that name their field; '' for none. */
export function fieldList(changes: unknown): string {
  const names = (Array.isArray(changes) ? changes : []).flatMap((one: unknown) => {
    const field = typeof one === 'object' && one !== null && 'field' in one ? one.field : one;
    return typeof field === 'string' ? [fieldWord(field).toLowerCase()] : [];
  });
  return new Intl.ListFormat('en-US').format([...new Set(names)]);
}

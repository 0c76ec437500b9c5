/**
 * The records the backend keeps, as data: table, columns (camelCase, as in the domain), which of them are personal
 * (history keeps those apart, domain-rules §10), and which change events they make. Everything that loads, saves,
 * keeps history or undoes works from this table, so a new record is one row here.
 */
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';

export type RecordShape = {
  readonly table: string;
  /** All columns but tenant_id, version, created_on and modified_on. */
  readonly columns: readonly string[];
  /** Columns that hold JSON in the database. */
  readonly json: readonly string[];
  readonly personal: readonly string[];
  /** The column that names the person the personal fields belong to. */
  readonly person: string | null;
  /** Kept up by the store, shown to nobody: no history, no undo. */
  readonly internal: readonly string[];
};

const shape = (table: string, columns: string, more: Partial<RecordShape> = {}): RecordShape => ({
  table,
  columns: columns.split(' '),
  json: [],
  personal: [],
  person: null,
  internal: [],
  ...more,
});

export const RECORDS = {
  customer: shape(
    'company.customers',
    'id name type doNotService tagIds memo paymentTermId source search terms nameKey mergedInto externalKey active',
    { personal: ['name', 'memo', 'mergedWith'], person: 'id', internal: ['search', 'terms', 'nameKey'] },
  ),
  location: shape(
    'company.locations',
    'id customerId name street unit city state zip country latitude longitude timeZone zoneId taxZoneId memo businessHours addressKey externalKey active',
    {
      json: ['businessHours'],
      personal: ['name', 'street', 'unit', 'latitude', 'longitude', 'memo'],
      person: 'customerId',
      internal: ['addressKey'],
    },
  ),
  contact: shape(
    'company.contacts',
    'id customerId locationId kind value memo mayMessage externalKey active',
    { personal: ['value', 'memo'], person: 'customerId' },
  ),
  call: shape('company.calls', 'id phone at direction customerId answeredBy source active', {
    personal: ['phone'],
    person: 'customerId',
  }),
  job: shape(
    'company.jobs',
    'id number customerId locationId billToCustomerId businessUnitId jobTypeId campaignId projectId priority summary customerPo tagIds customFields status hold canceled completedOn recallForJobId warrantyForJobId bookedOn source externalKey',
    { json: ['customFields', 'hold', 'canceled'] },
  ),
  appointment: shape(
    'company.appointments',
    'id jobId number start end windowStart windowEnd status hold isConfirmed specialInstructions holdingLaneId unused externalKey active',
    { json: ['hold'] },
  ),
  invoice: shape(
    'company.invoices',
    'id number kind jobId customerId locationId businessUnitId billToName billToStreet billToUnit billToCity billToState billToZip billToCountry taxZoneId tax paymentTermId paymentTerm currency invoiceDate dueDate syncStatus reviewStatus memo membershipEvent membershipId periodStart projectId stage aboutInvoiceId relation refundOfPaymentId batchId voided externalKey search',
    {
      json: ['tax', 'paymentTerm', 'voided'],
      personal: ['billToName', 'billToStreet', 'billToUnit'],
      person: 'customerId',
      internal: ['search'],
    },
  ),
  invoiceItem: shape(
    'company.invoice_items',
    'id invoiceId position kind skuId description quantity price cost taxable glAccountId technicianId membershipId source sourceId shareFrom shareTo externalKey active',
  ),
  /** What it was applied to is in its history as words (receivables/applications.ts). */
  payment: shape(
    'company.payments',
    'id number kind customerId businessUnitId paymentTypeId paidOn reference memo currency amountCents jobId projectId refundReason ofPaymentId syncStatus batchId voided bounced externalKey search',
    { json: ['voided', 'bounced'], internal: ['search'] },
  ),
  /** The invoice's copy of the place: apart, because it is another person's where somebody else pays. */
  invoicePlace: shape('company.invoice_places', 'id customerId name street unit city state zip country', {
    personal: ['name', 'street', 'unit'],
    person: 'customerId',
  }),
  note: shape('company.notes', 'id ownerKind ownerId customerId text pinned authorId externalKey active', {
    personal: ['text'],
    person: 'customerId',
  }),
  project: shape(
    'company.projects',
    'id number name description typeId customerId locationId billToCustomerId statusId subStatusId startsOn targetCompletion actualCompletion managerUserIds managerTechnicianIds tagIds customFields currency externalKey active',
    {
      json: ['customFields'],
      personal: ['name', 'description'],
      person: 'customerId',
    },
  ),
  projectBudgetLine: shape(
    'company.project_budget_lines',
    'id projectId position label kind quantity amountCents active',
  ),
  vendor: shape(
    'company.vendors',
    'id name contactFirstName contactLastName phone email fax street unit city state zip country memo defaultTaxRate deliveryOption paymentTermId remittanceVendorId tagIds overReceiptTolerance priceTolerance search nameKey externalKey active',
    {
      personal: ['contactFirstName', 'contactLastName', 'phone', 'email', 'fax', 'memo'],
      person: 'id',
      internal: ['search', 'nameKey'],
    },
  ),
  vendorContact: shape('company.vendor_contacts', 'id vendorId name role phone email externalKey active', {
    personal: ['name', 'role', 'phone', 'email'],
    person: 'id',
  }),
  /** One for each vendor and SKU, that comes back when the SKU is added again. */
  catalogueItem: shape(
    'company.catalogue_items',
    'id vendorId skuId vendorPartNumber description cost leadDays minQuantity priceBreaks preferred search externalKey active',
    { json: ['priceBreaks'], internal: ['search'] },
  ),
  sku: shape(
    'company.skus',
    'id code name description kind unit cost price taxable serialized glAccountId search codeKey externalKey active',
    { internal: ['search', 'codeKey'] },
  ),
  /** How much should lie at a place; out of use where none is kept there any more. */
  stockLevel: shape('company.stock_levels', 'id skuId inventoryLocationId least most active'),
  /** With its lines and receipts, which are in its history as words (purchasing/store.ts). */
  purchaseOrder: shape(
    'company.purchase_orders',
    'id number vendorId typeId businessUnitId inventoryLocationId shipTo shipToPhone shipToFax shippingType shippingDate date requiredOn jobId projectId technicianId purchaseForCustomerId tax shippingCents memo externalPoNumber vendorInvoiceNumber paymentTermId taxZoneId showTaxPerCategory printTemplate descriptionsFrom currency status isReplenishment approval created raisedBy sending sent received canceled closedShort exported totalCents expectedOn nextDeliveryOn search',
    {
      json: [
        'tax',
        'approval',
        'created',
        'sending',
        'sent',
        'received',
        'canceled',
        'closedShort',
        'exported',
      ],
      // An e-mail under way is in the history as words (`sends`).
      internal: ['sending', 'totalCents', 'expectedOn', 'nextDeliveryOn', 'search'],
    },
  ),
  /** Figures and what was said of them are in its history as words (bills/store.ts). */
  bill: shape(
    'company.bills',
    'id number vendorId remitToVendorId orderId receiptId returnId businessUnitId kind source vendorInvoiceNumber billDate dueDate paymentTermId paymentTerm currency syncStatus expected billed verdicts reconciled claims canceled replacedById creditOfId status payableCents paidCents search',
    {
      json: ['paymentTerm', 'expected', 'billed', 'verdicts', 'reconciled', 'claims', 'canceled'],
      internal: ['expected', 'billed', 'verdicts', 'claims', 'search'],
    },
  ),
  /** With its lines, which are in its history as words (vendor-returns/store.ts). */
  vendorReturn: shape(
    'company.vendor_returns',
    'id number vendorId orderId businessUnitId typeId takesFromStock date restockingFeeCents reason memo currency status created returned credited canceled valueCents search',
    {
      json: ['created', 'returned', 'credited', 'canceled'],
      internal: ['valueCents', 'search'],
    },
  ),
  /** Its lines are in its history as words (payables/commands.ts). */
  apPayment: shape(
    'company.ap_payments',
    'id number payeeVendorId paidOn method reference memo currency amountCents businessUnitIds made canceled status search',
    { json: ['made', 'canceled'], internal: ['businessUnitIds', 'search'] },
  ),
  projectStatus: shape('company.project_statuses', 'id name position closes externalKey active'),
  projectSubStatus: shape('company.project_sub_statuses', 'id statusId name position externalKey active'),
  projectType: shape('company.project_types', 'id name externalKey active'),
  file: shape(
    'company.files',
    'id ownerKind ownerId customerId name kind signer mediaType size sha256 uploadedBy externalKey active',
    { personal: ['name', 'signer'], person: 'customerId' },
  ),
  timeOff: shape('company.time_off', 'id technicianId label start end externalKey active'),
  nonJobEvent: shape('company.non_job_events', 'id technicianId label start end externalKey active'),
  shift: shape('company.shifts', 'id technicianId start end externalKey active'),
  technician: shape(
    'company.technicians',
    'id name businessUnitId team phone email smsAllowed emailAllowed skillIds zoneIds homeBase latitude longitude externalKey active',
  ),
  businessUnit: shape(
    'company.business_units',
    'id name timeZone currency taxZoneId paymentTermId defaultCampaignId incomeAccountId receivableAccountId unappliedAccountId taxAccountId writeOffAccountId refundAccountId externalKey active',
  ),
  jobType: shape(
    'company.job_types',
    'id name businessUnitIds skillIds durationMinutes priority keywords externalKey active',
  ),
  campaign: shape('company.campaigns', 'id name externalKey active'),
  tag: shape('company.tags', 'id name color externalKey active'),
  reason: shape('company.reasons', 'id name kind externalKey active'),
  zone: shape('company.zones', 'id name externalKey active'),
  skill: shape('company.skills', 'id name externalKey active'),
  capacityRule: shape(
    'company.capacity_rules',
    'id name businessUnitId jobTypeId priority startMinute endMinute reservePercent overbookPercent externalKey active',
  ),
  customField: shape(
    'company.custom_fields',
    'id owner key label kind choices requiredAtBooking position externalKey active',
  ),
  arrivalWindow: shape(
    'company.arrival_windows',
    'id businessUnitId name startMinute endMinute weekdays externalKey active',
  ),
  shiftPattern: shape(
    'company.shift_patterns',
    'id technicianId name weekdays startMinute endMinute validFrom validUntil exceptDays externalKey active',
  ),
  eventPattern: shape(
    'company.event_patterns',
    'id technicianId name weekdays startMinute endMinute validFrom validUntil exceptDays externalKey active',
  ),
  driveRule: shape('company.drive_rules', 'id name wayPercent kmPerHour unknownMinutes externalKey active'),
  holdingLane: shape('company.holding_lanes', 'id name businessUnitId position externalKey active'),
  technicianCost: shape(
    'company.technician_costs',
    'id technicianId validFrom hourlyCost externalKey active',
  ),
  purchaseOrderType: shape(
    'company.purchase_order_types',
    'id name requiredInDays skipWeekends automaticallyReceive copiesToInvoice externalKey active',
  ),
  returnType: shape('company.return_types', 'id name takesFromStock externalKey active'),
  inventoryLocation: shape('company.inventory_locations', 'id name kind technicianId externalKey active'),
  paymentTerm: shape(
    'company.payment_terms',
    'id name dueBy dueInDays dueDay discountRate discountDays externalKey active',
  ),
  glAccount: shape('company.gl_accounts', 'id number name kind externalKey active'),
  taxZone: shape('company.tax_zones', 'id name externalKey active'),
  taxRate: shape('company.tax_rates', 'id taxZoneId name base rate validFrom externalKey active'),
  paymentType: shape('company.payment_types', 'id name glAccountId externalKey active'),
  accountingPeriod: shape('company.accounting_periods', 'id name startsOn endsOn closed externalKey active', {
    json: ['closed'],
  }),
  markupRule: shape('company.markup_rules', 'id name kind costFrom costTo markup externalKey active'),
  approvalLimit: shape('company.approval_limits', 'id role limitCents externalKey active'),
} as const satisfies Record<string, RecordShape>;

export type RecordKind = keyof typeof RECORDS;

/** A job's invoice, with its copy of the place, stays with its job whatever becomes of that: made, it is never put away. */
export const isInvoiceKind = (kind: string): boolean => kind === 'invoice' || kind === 'invoicePlace';

/** A record as it is loaded: the columns above plus what every table has. Shapes are the domain's. */
export type StoredRecord = {
  readonly id: Id;
  readonly version: number;
  readonly createdOn: Instant;
  readonly modifiedOn: Instant;
} & Readonly<Record<string, unknown>>;

/** camelCase to the column's name, quoted because `start` and `end` are words of SQL. */
export const columnName = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const quoted = (field: string): string => `"${columnName(field)}"`;

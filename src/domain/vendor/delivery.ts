/** How a purchase order reaches its vendor (domain-rules §5); the names are those of the API other programs know. */
export const DELIVERY_OPTIONS = [
  'Manual',
  'EmailAsExcel',
  'EmailAsPdf',
  'EmailAsPdfRollupView',
  'Electronic',
  'MarkAsSent',
  'EmailAsExcelAndPdf',
  'VendorPortal',
] as const;
export type DeliveryOption = (typeof DELIVERY_OPTIONS)[number];

const BY_EMAIL: readonly DeliveryOption[] = [
  'EmailAsExcel',
  'EmailAsPdf',
  'EmailAsPdfRollupView',
  'EmailAsExcelAndPdf',
];
/** Whether orders go to the vendor's e-mail address, so that there has to be one. */
export const needsEmail = (option: DeliveryOption): boolean => BY_EMAIL.includes(option);

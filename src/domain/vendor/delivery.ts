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

/** As people say it, on screens and in files. */
export const DELIVERY_WORDS: Readonly<Record<DeliveryOption, string>> = {
  Manual: 'By hand',
  EmailAsExcel: 'E-mail, Excel',
  EmailAsPdf: 'E-mail, PDF',
  EmailAsPdfRollupView: 'E-mail, PDF rolled up',
  Electronic: 'Electronically',
  MarkAsSent: 'Marked as sent',
  EmailAsExcelAndPdf: 'E-mail, Excel and PDF',
  VendorPortal: 'Vendor’s portal',
};

const BY_EMAIL: readonly DeliveryOption[] = [
  'EmailAsExcel',
  'EmailAsPdf',
  'EmailAsPdfRollupView',
  'EmailAsExcelAndPdf',
];
/** Whether orders go to the vendor's e-mail address, so that there has to be one. */
export const needsEmail = (option: DeliveryOption): boolean => BY_EMAIL.includes(option);

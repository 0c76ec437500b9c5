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

/** What the e-mail of an option has attached. `rolledUp`: lines of one SKU at one cost as one. */
export type Papers = { readonly pdf: boolean; readonly workbook: boolean; readonly rolledUp: boolean };
const PAPERS: Readonly<Partial<Record<DeliveryOption, Papers>>> = {
  EmailAsExcel: { pdf: false, workbook: true, rolledUp: false },
  EmailAsPdf: { pdf: true, workbook: false, rolledUp: false },
  EmailAsPdfRollupView: { pdf: true, workbook: false, rolledUp: true },
  EmailAsExcelAndPdf: { pdf: true, workbook: true, rolledUp: false },
};
/** null: not by e-mail. */
export const papersOf = (option: DeliveryOption): Papers | null => PAPERS[option] ?? null;

/** Whether orders go to the vendor's e-mail address, so that there has to be one. */
export const needsEmail = (option: DeliveryOption): boolean => papersOf(option) !== null;

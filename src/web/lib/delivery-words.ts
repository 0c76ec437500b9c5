/** How orders reach a vendor, as people say it. */
import type { DeliveryOption } from '#domain/vendor/delivery.ts';

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

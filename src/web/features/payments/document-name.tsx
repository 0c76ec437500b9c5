import { DocumentLink } from '../../parts/document-link.tsx';

type Named = { id: number; number: number; tabIndex?: number | undefined };

/** An invoice's number. */
export const InvoiceNumber = ({ number }: Named) => (
  <span className="font-medium tabular-nums">{number}</span>
);

export const PaymentNumber = ({ id, number, tabIndex }: Named) => (
  <DocumentLink to="/payments/$id" id={id} tabIndex={tabIndex}>
    {number}
  </DocumentLink>
);

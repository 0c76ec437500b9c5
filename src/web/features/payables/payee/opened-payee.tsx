import { useQuery } from '@tanstack/react-query';
import type { PayeeDue } from '#contract/payable.ts';
import { vendorQueries } from '../../../data/vendors.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { PayeePanel, type PayeePanelProps } from './payee-panel.tsx';

export type OpenedPayeeProps = Omit<PayeePanelProps, 'payee'> & {
  opened: Pick<PayeeDue, 'vendorId' | 'currency'>;
  /** It is known what is due. */
  isRead: boolean;
};

/** Whoever the address names, also when nothing is due to them. */
export function OpenedPayee({ opened, isRead, ...panel }: OpenedPayeeProps) {
  const { due } = panel;
  const vendor = useQuery({ ...vendorQueries.detail(opened.vendorId), enabled: isRead && due === undefined });
  const name = due?.vendorName ?? vendor.data?.name;
  if (vendor.error) {
    return (
      <div className="border-t border-line p-3" data-print="hide">
        <ProblemNote error={vendor.error} />
      </div>
    );
  }
  return name === undefined ? null : <PayeePanel {...panel} payee={{ ...opened, vendorName: name }} />;
}

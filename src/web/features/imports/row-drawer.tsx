import { Link } from '@tanstack/react-router';
import type { ImportRow } from '#contract/import.ts';
import type { ImportKind } from '#contract/import-kinds.ts';
import { fateWords, importReasonText } from '../../lib/import-reason-text.ts';
import { buttonClass } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { FateTag } from './fate-tag.tsx';

export type RowDrawerProps = {
  kind: ImportKind;
  row: ImportRow | null;
  zone: string;
  isBooked: boolean;
  onClose: () => void;
};

/** One row with all its reasons at length. */
export function RowDrawer({ kind, row, zone, isBooked, onClose }: RowDrawerProps) {
  return (
    <Drawer open={row !== null} onClose={onClose} title={`Line ${row?.line}`} width={360} takeFocus>
      {row && (
        <div className="flex flex-col gap-4">
          <DefinitionList
            columns={1}
            items={[
              { term: 'Fate', value: <FateTag kind={kind} fate={row.fate} isBooked={isBooked} /> },
              { term: kind === 'service-requests' ? 'Request' : 'Key', value: row.externalId || null },
              { term: 'Summary', value: row.summary || null },
            ]}
          />
          <ul className="list-disc pl-4 text-sm">
            {row.reasons.length === 0 && <li>{fateWords(kind, row.fate).means}</li>}
            {row.reasons.map((reason) => (
              <li key={JSON.stringify(reason)}>{importReasonText(reason, zone)}</li>
            ))}
          </ul>
          {row.jobId !== null && (
            <Link to="/jobs/$id" params={{ id: row.jobId }} className={buttonClass('secondary', 'form')}>
              Open the job
            </Link>
          )}
          {row.jobId === null && row.customerId !== null && (
            <Link
              to="/customers/$id"
              params={{ id: row.customerId }}
              className={buttonClass('secondary', 'form')}
            >
              Open the customer
            </Link>
          )}
        </div>
      )}
    </Drawer>
  );
}

import { Link } from '@tanstack/react-router';
import type { ImportRow } from '#contract/import.ts';
import { FATE_WORDS, importReasonText } from '../../lib/import-reason-text.ts';
import { buttonClass } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { FateTag } from './fate-tag.tsx';

export type RowDrawerProps = {
  row: ImportRow | null;
  zone: string;
  isBooked: boolean;
  onClose: () => void;
};

/** One row with all its reasons at length. */
export function RowDrawer({ row, zone, isBooked, onClose }: RowDrawerProps) {
  return (
    <Drawer open={row !== null} onClose={onClose} title={`Line ${row?.line}`} width={360} takeFocus>
      {row && (
        <div className="flex flex-col gap-4">
          <DefinitionList
            columns={1}
            items={[
              { term: 'Fate', value: <FateTag fate={row.fate} isBooked={isBooked} /> },
              { term: 'Request', value: row.externalId || null },
              { term: 'Summary', value: row.summary || null },
            ]}
          />
          <ul className="list-disc pl-4 text-sm">
            {row.reasons.length === 0 && <li>{FATE_WORDS[row.fate].means}</li>}
            {row.reasons.map((reason) => (
              <li key={JSON.stringify(reason)}>{importReasonText(reason, zone)}</li>
            ))}
          </ul>
          {row.jobId !== null && (
            <Link to="/jobs/$id" params={{ id: row.jobId }} className={buttonClass('secondary', 'form')}>
              Open the job
            </Link>
          )}
        </div>
      )}
    </Drawer>
  );
}

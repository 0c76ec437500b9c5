import type { AuditRow } from '#contract/audit.ts';
import { formatDayTime } from '../../../lib/format.ts';
import { recordWord, verbWords } from '../../../lib/record-words.ts';
import type { DataColumn } from '../../../ui/data-column.ts';
import { Tag, type Tone } from '../../../ui/tag.tsx';

export const RESULT_WORDS: Readonly<Record<AuditRow['result'], string>> = {
  done: 'Done',
  denied: 'Refused',
  failed: 'Failed',
};
const TONES: Readonly<Record<AuditRow['result'], Tone>> = {
  done: 'neutral',
  denied: 'warning',
  failed: 'danger',
};

/** "fields: name, active · records: 2": what the row keeps besides. */
const detailText = ({ detail }: AuditRow): string =>
  Object.entries(detail)
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' · ');
/** "Job 1042", "customer Maria Lopez"; its id where no name is known any more. */
export function objectText({ object }: Pick<AuditRow, 'object'>): string {
  if (!object) return '';
  const { kind, id, label } = object;
  const word = recordWord(kind);
  return label?.toLowerCase().startsWith(`${word} `) ? label : `${word} ${label ?? id}`;
}

export function auditColumns(zone: string): DataColumn<AuditRow>[] {
  return [
    {
      id: 'at',
      title: 'When',
      fixed: true,
      width: 170,
      sortBy: ({ at }) => at,
      text: ({ at }) => at,
      cell: ({ at }) => <time dateTime={at}>{formatDayTime(at, zone)}</time>,
    },
    plain('who', 'Who', 160, ({ actorName }) => actorName),
    plain('what', 'What', 200, ({ verb }) => verbWords(verb)),
    {
      id: 'result',
      title: 'Result',
      width: 90,
      sortBy: ({ result }) => result,
      text: ({ result }) => RESULT_WORDS[result],
      cell: ({ result }) => <Tag tone={TONES[result]}>{RESULT_WORDS[result]}</Tag>,
    },
    plain('object', 'On', 150, objectText),
    { ...plain('detail', 'More', 200, detailText), grow: 2 },
    plain('address', 'From', 130, ({ address }) => address),
    plain('request', 'Request', 150, ({ requestId }) => requestId),
  ];
}

const plain = (
  id: string,
  title: string,
  width: number,
  text: (row: AuditRow) => string,
): DataColumn<AuditRow> => ({ id, title, width, grow: 1, sortBy: text, text, cell: text });

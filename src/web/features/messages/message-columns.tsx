import { Link } from '@tanstack/react-router';
import type { Message } from '#contract/message.ts';
import { formatDayTime } from '../../lib/format.ts';
import { proseColumn, visitColumn, wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { MessageStateTag } from './message-state.tsx';
import { CHANGE_WORDS, STATE_WORDS, whyText } from './message-words.ts';

export const HIDDEN_AT_FIRST: readonly string[] = ['address'];

/** The columns of the outbox. */
export function messageColumns(zone: string, canMail: boolean): DataColumn<Message>[] {
  return [
    {
      ...wordsColumn<Message>(
        { id: 'state', title: 'State', width: 150, fixed: true },
        ({ state }) => STATE_WORDS[state],
      ),
      cell: (message) => <MessageStateTag message={message} />,
    },
    {
      ...wordsColumn<Message>(
        { id: 'to', title: 'To', width: 190, grow: 1 },
        ({ recipientName }) => recipientName,
      ),
      cell: ({ recipientName, recipientKind }) => (
        <>
          {recipientName}{' '}
          <span className="text-muted">{recipientKind === 'technician' ? 'technician' : 'customer'}</span>
        </>
      ),
    },
    wordsColumn({ id: 'what', title: 'What', width: 140 }, ({ change }) => CHANGE_WORDS[change]),
    visitColumn(),
    wordsColumn({ id: 'channel', title: 'By', width: 72 }, ({ channel }) =>
      channel === 'Sms' ? 'SMS' : 'E-mail',
    ),
    wordsColumn({ id: 'address', title: 'Address', width: 180 }, ({ address }) => address),
    {
      ...proseColumn<Message>(
        { id: 'subject', title: 'Says', width: 200, grow: 3 },
        ({ subject }) => subject,
      ),
      cell: ({ id, subject }) => (
        <Link
          from="/messages"
          to="/messages"
          search={(search) => ({ ...search, message: id })}
          replace
          className="text-text"
          tabIndex={-1}
        >
          {subject}
        </Link>
      ),
    },
    proseColumn({ id: 'why', title: 'Why not', width: 150, grow: 2 }, (message) => whyText(message, canMail)),
    {
      id: 'written',
      title: 'Written',
      width: 150,
      cell: ({ createdOn }) => <span className="tabular-nums">{formatDayTime(createdOn, zone)}</span>,
      sortBy: ({ createdOn }) => createdOn,
      text: ({ createdOn }) => createdOn,
    },
  ];
}

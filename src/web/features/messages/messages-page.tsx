import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { RECIPIENT_KINDS } from '#contract/message.ts';
import { MESSAGE_STATES } from '#domain/messages/sending.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { messageQueries } from '../../data/messages.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { ClearAll, OneOf, SomeOf, WordsFilter } from '../../parts/list-filters.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { HIDDEN_AT_FIRST, messageColumns } from './message-columns.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { STATE_WORDS } from './message-words.ts';
import { filtersOf, isFiltered, type MessagesSearch } from './messages-search.ts';

const STATES = MESSAGE_STATES.map((value) => ({ value, label: STATE_WORDS[value] }));
const RECIPIENTS = RECIPIENT_KINDS.map((value) => ({
  value,
  label: value === 'customer' ? 'Customers' : 'Technicians',
}));

/** The outbox: what goes out in a minute, what went, what did not and why. */
export function MessagesPage({ search }: { search: MessagesSearch }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const zone = homeZone(setup, user.businessUnitIds);
  const list = useInfiniteQuery(messageQueries.list(filtersOf(search)));
  const canMail = list.data?.pages[0]?.canMail ?? true;
  const columns = useMemo(() => messageColumns(zone, canMail), [zone, canMail]);
  const go = (next: object, replace = true) => void navigate({ to: '/messages', search: next, replace });
  const { table, views, change, clear } = useListAddress('messages', search, HIDDEN_AT_FIRST, go);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const open = rows.find(({ id }) => id === search.message);
  return (
    <div className="flex h-full min-h-0 flex-col">
      {!canMail && (
        <div className="px-3 pt-3">
          <ProblemBanner
            tone="warning"
            messages={[
              'There is no mail server, so nothing goes out: messages wait here. Whoever runs the server can set SMTP_URL and MAIL_FROM.',
            ]}
          />
        </div>
      )}
      <div className="min-h-0 flex-1">
        <RecordList
          title="Messages"
          list={list}
          fileName="messages.csv"
          columns={columns}
          {...table}
          onOpen={({ id }) => change({ message: id })}
          toolbar={
            <>
              <WordsFilter
                label="Search messages"
                placeholder="Name or job number"
                q={search.q}
                onSearch={(q) => change({ q })}
              />
              <SomeOf
                label="State"
                options={STATES}
                value={search.state}
                onChange={(state) => change({ state })}
              />
              <OneOf label="To" options={RECIPIENTS} value={search.to} onChange={(to) => change({ to })} />
              {search.step !== undefined && (
                <Chip tone="on" onRemove={() => change({ step: undefined })} removeLabel="Of any step">
                  Of one step
                </Chip>
              )}
              <ClearAll isFiltered={isFiltered(search)} onClear={clear} />
              {views}
            </>
          }
          empty={
            isFiltered(search) ? (
              <EmptyState
                text="No message fits these filters."
                action={<Button onClick={clear}>Clear all</Button>}
              />
            ) : (
              <EmptyState text="Nobody was to be told anything in the last 30 days. Moving or dispatching a visit writes messages." />
            )
          }
        />
      </div>
      {open && (
        <MessageDialog
          key={open.id}
          message={open}
          canMail={canMail}
          onClose={() => change({ message: undefined })}
        />
      )}
    </div>
  );
}

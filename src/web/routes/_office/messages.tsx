import { createFileRoute } from '@tanstack/react-router';
import { MESSAGE_STATES } from '#domain/messages/sending.ts';
import { MessagesPage } from '../../features/messages/messages-page.tsx';
import type { MessagesSearch } from '../../features/messages/messages-search.ts';
import { idIn, namesIn, textIn, wordIn, wordsIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/messages')({
  validateSearch: (search: Record<string, unknown>): MessagesSearch => ({
    q: textIn(search.q),
    state: wordsIn(search.state, MESSAGE_STATES),
    to: wordIn(search.to, ['customer', 'technician'] as const),
    step: idIn(search.step),
    message: idIn(search.message),
    sort: textIn(search.sort),
    hide: namesIn(search.hide),
  }),
  component: MessagesRoute,
});

function MessagesRoute() {
  return <MessagesPage search={Route.useSearch()} />;
}

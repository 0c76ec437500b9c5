import { createFileRoute } from '@tanstack/react-router';
import { PostingsPage } from '../../features/postings/postings-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/postings/')({
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'postings.list'),
  component: PostingsPage,
});

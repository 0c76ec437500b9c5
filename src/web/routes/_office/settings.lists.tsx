import { createFileRoute, redirect } from '@tanstack/react-router';
import { ProblemError } from '#contract/problem.ts';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import { SETUP_KIND_NAMES, SETUP_TITLES } from '#domain/setup/kind-titles.ts';
import { mayCall } from '../../lib/session.ts';

/** The first of the lists the person keeps or may see. */
export const Route = createFileRoute('/_office/settings/lists')({
  beforeLoad: ({ context: { user } }) => {
    const first = SETUP_KIND_NAMES.find((kind) => mayCall(user, setupEndpoint(kind, 'list')));
    if (!first) throw new ProblemError('session.forbidden');
    throw redirect({ to: '/settings/$list', params: { list: SETUP_TITLES[first].slug }, replace: true });
  },
});

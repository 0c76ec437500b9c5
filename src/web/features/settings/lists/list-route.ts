/** What the addresses of the set-up lists need before one is shown. Read with the first of them, not with every page. */

import type { QueryClient } from '@tanstack/react-query';
import { notFound } from '@tanstack/react-router';
import { ProblemError } from '#contract/problem.ts';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import { kindOfSlug, SETUP_KIND_NAMES, SETUP_TITLES, type SetupKind } from '#domain/setup/kind-titles.ts';
import { setupRecordQueries } from '../../../data/setup-records.ts';
import { mayCall } from '../../../lib/session.ts';

type User = Parameters<typeof mayCall>[0];

function kindAt(slug: string): SetupKind {
  const kind = kindOfSlug(slug);
  if (!kind) throw notFound();
  return kind;
}

/** What one must be allowed to call. Throws notFound for no list. */
export const listEndpoint = (slug: string) => setupEndpoint(kindAt(slug), 'list');

export const readList = (client: QueryClient, slug: string) =>
  client.ensureQueryData(setupRecordQueries.list(kindAt(slug)));

/** The address of the first list the person keeps or may see. */
export function firstList(user: User): string {
  const first = SETUP_KIND_NAMES.find((kind) => mayCall(user, setupEndpoint(kind, 'list')));
  if (!first) throw new ProblemError('session.forbidden');
  return SETUP_TITLES[first].slug;
}

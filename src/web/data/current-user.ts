import { useSuspenseQuery } from '@tanstack/react-query';
import type { CurrentUser } from '#contract/session.ts';
import { sessionQueries } from './session.ts';

/** The person signed in; only below the office layout, which does not show without one. */
export const useCurrentUser = (): CurrentUser => useSuspenseQuery(sessionQueries.user()).data;

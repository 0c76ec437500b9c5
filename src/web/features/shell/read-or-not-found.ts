/** What loaders say when a record or a right is missing. */
import { notFound } from '@tanstack/react-router';
import type { EndpointName } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { CurrentUser } from '#contract/session.ts';
import { problemOf } from '../../lib/api.ts';
import { mayCall } from '../../lib/session.ts';

/** A record that is not there, or not for this person (the server tells neither apart), is the not-found page. */
export async function readOrNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (problemOf(error)?.code === 'record.not_found') throw notFound();
    throw error;
  }
}

/** Says so before a page is shown whose readings would all be refused. */
export function requireEndpoint(user: Pick<CurrentUser, 'roles'>, name: EndpointName): void {
  if (!mayCall(user, name)) throw new ProblemError('session.forbidden');
}

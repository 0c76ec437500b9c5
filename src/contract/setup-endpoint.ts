/** Which endpoint keeps a set-up list: each area has its own, with its own roles. */
import { SETUP_TITLES, type SetupKind } from '#domain/setup/kind-titles.ts';
import type { SetupVerb } from './routes/setup.ts';

/** Typed as the first area's: all areas take and answer the same. */
export const setupEndpoint = <V extends SetupVerb>(kind: SetupKind, verb: V) =>
  `${SETUP_TITLES[kind].area}.${verb}` as `setupRecords.${V}`;

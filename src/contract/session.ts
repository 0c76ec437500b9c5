/** People, sessions and sign-in: answered by the BFF from schema `office`. */
import { z } from 'zod';
import { LONGEST_EXTERNAL_KEY } from '#domain/lengths.ts';
import { PERSONAL_RIGHTS, RIGHTS, ROLES } from '#domain/roles.ts';
import { id, instant, requiredText, text, version } from './scalars.ts';

export const email = z
  .email()
  .max(200)
  .transform((value) => value.toLowerCase());
/** Any character, no trimming, no composition rules (R24); length and block list are checked by the BFF with words. */
export const password = z.string().min(1).max(1024);

/** Anything that could be an address: a wrong one is answered like an unknown one. No column takes a NUL. */
export const signIn = z.strictObject({ email: text(200), password });
export const currentUser = z.strictObject({
  id,
  name: z.string(),
  email: z.string(),
  tenantId: id,
  companyName: z.string(),
  roles: z.array(z.enum(ROLES)),
  rights: z.array(z.enum(RIGHTS)),
  businessUnitIds: z.array(id).nullable(),
  /**
   * Where the change feed stood before this was answered: a stream that begins there tells every change to what is read
   * afterwards. Left out in the answer to a sign-in, and while the feed cannot be read.
   */
  liveFrom: z.string().optional(),
});
export const session = z.strictObject({
  /** First 12 hex characters of the stored hash: names the session without giving it away. */
  key: z.string(),
  createdOn: instant,
  activeOn: instant,
  userAgent: z.string(),
  address: z.string(),
  isThis: z.boolean(),
});
export const sessions = z.strictObject({ items: z.array(session) });
export const changePassword = z.strictObject({ current: password, next: password });
export const firstAdmin = z.strictObject({
  token: z.string().min(1).max(200),
  companyName: requiredText(120),
  name: requiredText(120),
  email,
  password,
});
export const setupState = z.strictObject({ needsFirstAdmin: z.boolean() });

/** A hundred billion: no order comes to more. */
const MOST_LIMIT_CENTS = 10_000_000_000_000;

const userFields = {
  name: requiredText(120),
  email,
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
  /** Given (true) or taken away (false) whatever the roles say; left out: as the roles say. */
  rights: z.partialRecord(z.enum(PERSONAL_RIGHTS), z.boolean()),
  businessUnitIds: z.array(id).max(200).nullable(),
  active: z.boolean(),
  /** What another program calls the person; null: nothing. */
  externalKey: requiredText(LONGEST_EXTERNAL_KEY).nullable(),
  /** How much they may order without being approved; null: as much as their roles may. */
  orderLimitCents: z.int().min(0).max(MOST_LIMIT_CENTS).nullable(),
};
export const user = z.strictObject({ ...userFields, email: z.string(), name: z.string(), id, version });
export const users = z.strictObject({ items: z.array(user) });
export const newUser = z.strictObject({
  ...userFields,
  rights: userFields.rights.default({}),
  businessUnitIds: userFields.businessUnitIds.default(null),
  active: userFields.active.default(true),
  externalKey: userFields.externalKey.default(null),
  orderLimitCents: userFields.orderLimitCents.default(null),
  password,
});
/** `version` is the one the change was decided on; missing: 428. */
export const changeUser = z.strictObject({
  version: version.optional(),
  changes: z.strictObject({ ...userFields, password }).partial(),
});

export type CurrentUser = z.output<typeof currentUser>;
export type User = z.output<typeof user>;

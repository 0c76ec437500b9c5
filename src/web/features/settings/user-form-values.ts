/** The user form's values, from a user and back into what the contract takes. */
import { z } from 'zod';
import type { BodyIn } from '#contract/endpoints.ts';
import { newUser, type User } from '#contract/session.ts';
import { cents, centsFromDecimal, decimalOfCents } from '#domain/money.ts';
import { typedNumber } from '../../lib/typed-number.ts';

/** The contract's own rules; an empty password means "as it is" when a user is changed. */
export const newUserForm = newUser
  .required({ rights: true, businessUnitIds: true, active: true })
  .omit({ orderLimitCents: true })
  .extend({
    externalKey: z.string().max(100),
    /** An amount as it is typed; nothing typed: as the roles say. */
    orderLimit: z
      .string()
      .refine((text) => newUser.shape.orderLimitCents.safeParse(typedLimit(text)).success),
  });
export const changeUserForm = newUserForm.extend({ password: z.string().max(1024) });
function typedLimit(text: string): number | null {
  const typed = typedNumber(text.replace(/^\s*\$/, ''), centsFromDecimal);
  // What is no amount is none the contract takes; nothing at all would be left to its default.
  return typed === undefined ? Number.NaN : typed;
}
export type UserFormValues = z.input<typeof changeUserForm>;

export const emptyUser: UserFormValues = {
  name: '',
  email: '',
  roles: [],
  rights: {},
  businessUnitIds: null,
  active: true,
  externalKey: '',
  orderLimit: '',
  password: '',
};

export const valuesOf = ({
  name,
  email,
  roles,
  rights,
  businessUnitIds,
  active,
  externalKey,
  orderLimitCents,
}: User): UserFormValues => ({
  name,
  email,
  roles,
  rights,
  businessUnitIds,
  active,
  externalKey: externalKey ?? '',
  orderLimit: orderLimitCents === null ? '' : decimalOfCents(cents(orderLimitCents)),
  password: '',
});

/** A new user as the contract takes one. */
export const newUserOf = ({
  orderLimit,
  externalKey,
  ...values
}: UserFormValues): BodyIn<'users.create'> => ({
  ...values,
  externalKey: externalKey.trim() || null,
  orderLimitCents: typedLimit(orderLimit),
});

const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].sort();
  return value !== null && typeof value === 'object' ? Object.entries(value).sort() : value;
}

/** Only what differs from the user the form was opened on, so that others' changes of other fields stay. */
export function changesOf(user: User, values: UserFormValues): BodyIn<'users.change'>['changes'] {
  const before = valuesOf(user);
  const fields = ['name', 'email', 'roles', 'rights', 'businessUnitIds', 'active'] as const;
  const changed = fields.filter((field) => !same(before[field], values[field]));
  const key = values.externalKey.trim();
  const orderLimitCents = typedLimit(values.orderLimit);
  return {
    ...Object.fromEntries(changed.map((field) => [field, values[field]])),
    ...(key === before.externalKey ? {} : { externalKey: key || null }),
    ...(orderLimitCents === user.orderLimitCents ? {} : { orderLimitCents }),
    ...(values.password === '' ? {} : { password: values.password }),
  };
}

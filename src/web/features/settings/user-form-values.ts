/** The user form's values, from a user and back into what the contract takes. */
import { z } from 'zod';
import type { BodyIn } from '#contract/endpoints.ts';
import { newUser, type User } from '#contract/session.ts';

/** The contract's own rules; an empty password means "as it is" when a user is changed. */
export const newUserForm = newUser
  .required({ rights: true, businessUnitIds: true, active: true })
  .extend({ externalKey: z.string().max(100) });
export const changeUserForm = newUserForm.extend({ password: z.string().max(1024) });
export type UserFormValues = z.input<typeof changeUserForm>;

export const emptyUser: UserFormValues = {
  name: '',
  email: '',
  roles: [],
  rights: {},
  businessUnitIds: null,
  active: true,
  externalKey: '',
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
}: User): UserFormValues => ({
  name,
  email,
  roles,
  rights,
  businessUnitIds,
  active,
  externalKey: externalKey ?? '',
  password: '',
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
  return {
    ...Object.fromEntries(changed.map((field) => [field, values[field]])),
    ...(key === before.externalKey ? {} : { externalKey: key || null }),
    ...(values.password === '' ? {} : { password: values.password }),
  };
}

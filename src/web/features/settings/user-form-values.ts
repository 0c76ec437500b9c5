/** The user form's values, from a user and back into what the contract takes. */
import { z } from 'zod';
import type { BodyIn } from '#contract/endpoints.ts';
import { newUser, type User } from '#contract/session.ts';

/** The contract's own rules; an empty password means "as it is" when a user is changed. */
export const newUserForm = newUser.required({ businessUnitIds: true, active: true });
export const changeUserForm = newUserForm.extend({ password: z.string().max(1024) });
export type UserFormValues = z.input<typeof changeUserForm>;

export const emptyUser: UserFormValues = {
  name: '',
  email: '',
  roles: [],
  businessUnitIds: null,
  active: true,
  password: '',
};

export const valuesOf = ({ name, email, roles, businessUnitIds, active }: User): UserFormValues => ({
  name,
  email,
  roles,
  businessUnitIds,
  active,
  password: '',
});

const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);

/** Only what differs from the user the form was opened on, so that others' changes of other fields stay. */
export function changesOf(user: User, values: UserFormValues): BodyIn<'users.change'>['changes'] {
  const before = valuesOf(user);
  const fields = ['name', 'email', 'roles', 'businessUnitIds', 'active'] as const;
  const changed = fields.filter((field) => !same(before[field], values[field]));
  return {
    ...Object.fromEntries(changed.map((field) => [field, values[field]])),
    ...(values.password === '' ? {} : { password: values.password }),
  };
}

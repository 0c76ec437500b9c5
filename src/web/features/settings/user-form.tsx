import { zodResolver } from '@hookform/resolvers/zod';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Control, Controller, useForm, useWatch } from 'react-hook-form';
import type { User } from '#contract/session.ts';
import { hasRight, PERSONAL_RIGHTS, ROLES, type Role } from '#domain/roles.ts';
import { setupQueries } from '../../data/setup.ts';
import { splitProblem } from '../../lib/field-error-text.ts';
import { ROLE_WORDS } from '../../lib/trade-words.ts';
import { LeaveGuard } from '../../parts/leave-guard.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { FormErrors } from '../../ui/form-errors.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changeUserForm, emptyUser, newUserForm, type UserFormValues, valuesOf } from './user-form-values.ts';

const ROLE_HINTS: Readonly<Record<Role, string>> = {
  csr: 'takes calls, books jobs',
  dispatcher: 'runs the board, may book over',
  purchasing: 'orders and receives material',
  accounting: 'invoices and payments',
  admin: 'everything, and users',
  technician: 'no office screens yet',
};

const RIGHT_WORDS: Readonly<Record<(typeof PERSONAL_RIGHTS)[number], string>> = {
  overrideSchedule: 'Book over taken time, with a reason',
  doNotServiceOverride: 'Book for do-not-service customers',
  correctExported: 'Apply payments to what is exported',
  closeBooks: 'Close accounting periods',
};

export type UserFormProps = {
  id: string;
  /** null: a new one */
  user: User | null;
  busy: boolean;
  error: unknown;
  onSave: (values: UserFormValues) => void;
};

const PATHS = [
  'name',
  'email',
  'roles',
  'rights',
  'businessUnitIds',
  'password',
  'active',
  'externalKey',
] as const;

/** Name, e-mail, roles, business units, password. The server's answers land on the fields they are about. */
export function UserForm({ id, user, busy, error, onSave }: UserFormProps) {
  const form = useForm<UserFormValues>({
    resolver: zodResolver(user ? changeUserForm : newUserForm),
    defaultValues: user ? valuesOf(user) : emptyUser,
  });
  const { register, handleSubmit, control, setError, setFocus, formState } = form;
  const problem = splitProblem(error, PATHS);
  useEffect(() => {
    for (const [path, message] of splitProblem(error, PATHS).fields) {
      setError(path as keyof UserFormValues, { message });
    }
  }, [error, setError]);
  const messages: Partial<Record<keyof UserFormValues, string>> = {
    name: 'The name is missing.',
    email: 'This is not an e-mail address.',
    roles: 'Choose at least one role.',
    password: 'The password is missing.',
    orderLimit: 'An amount such as 2500.00.',
  };
  const errorOf = (name: keyof UserFormValues) => {
    const found = formState.errors[name];
    if (!found) return undefined;
    // Errors without a type are the server's own sentences; the others come from the schema.
    return found.type ? (messages[name] ?? found.message) : found.message;
  };
  return (
    <form id={id} noValidate onSubmit={handleSubmit(onSave)} className="flex flex-col gap-3.5">
      <fieldset disabled={busy} className="contents">
        <Field label="Name" required error={errorOf('name')}>
          <TextField {...register('name')} autoFocus />
        </Field>
        <Field label="E-mail" required error={errorOf('email')}>
          <TextField type="email" {...register('email')} />
        </Field>
        <Roles control={control} error={errorOf('roles')} />
        {PERSONAL_RIGHTS.map((right) => (
          <PersonalRight key={right} control={control} right={right} />
        ))}
        <Units control={control} />
        <Field
          label={user ? 'New password' : 'Password'}
          required={!user}
          hint={
            user ? 'Leave empty to keep it. They are signed out when it changes.' : '12 characters or more.'
          }
          error={errorOf('password')}
        >
          <TextField type="password" autoComplete="new-password" {...register('password')} />
        </Field>
        <Field
          label="May order alone up to"
          hint="Empty: as much as their roles may (approval limits). Above it somebody else approves."
          error={errorOf('orderLimit')}
        >
          <TextField numeric inputMode="decimal" {...register('orderLimit')} />
        </Field>
        <Field
          label="External key"
          hint="What another program calls this person."
          error={errorOf('externalKey')}
        >
          <TextField {...register('externalKey')} />
        </Field>
        {user && <Checkbox label="Active: may sign in" {...register('active')} />}
      </fieldset>
      <FormErrors
        errors={problem.rest.map((message) => ({ message }))}
        onSelect={(path) => setFocus(path as keyof UserFormValues)}
      />
      <LeaveGuard when={formState.isDirty && !busy} openBy="open" />
    </form>
  );
}

const toggled = <T,>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

function Roles({ control, error }: { control: Control<UserFormValues>; error: string | undefined }) {
  return (
    <Controller
      control={control}
      name="roles"
      render={({ field: { value, onChange } }) => (
        <fieldset>
          <legend className="mb-0.5 text-xs text-muted">Roles</legend>
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              className="flex!"
              checked={value.includes(role)}
              onChange={() => onChange(toggled(value, role))}
              label={
                <>
                  {ROLE_WORDS[role]} <span className="text-xs text-muted">{ROLE_HINTS[role]}</span>
                </>
              }
            />
          ))}
          {error && (
            <p role="alert" className="text-xs text-danger">
              {error}
            </p>
          )}
        </fieldset>
      )}
    />
  );
}

type PersonalRightProps = { control: Control<UserFormValues>; right: (typeof PERSONAL_RIGHTS)[number] };

/** As the roles say, unless this one person is given the right or loses it (§9). */
function PersonalRight({ control, right }: PersonalRightProps) {
  const roles = useWatch({ control, name: 'roles' });
  return (
    <Controller
      control={control}
      name="rights"
      render={({ field: { value, onChange } }) => {
        const { [right]: own, ...others } = value;
        return (
          <Field label={RIGHT_WORDS[right]}>
            <Select
              value={own === undefined ? 'role' : own ? 'yes' : 'no'}
              onValueChange={(next) =>
                onChange(next === 'role' ? others : { ...others, [right]: next === 'yes' })
              }
              options={[
                { value: 'role', label: `As the roles say: ${hasRight({ roles }, right) ? 'yes' : 'no'}` },
                { value: 'yes', label: 'Yes, this person may' },
                { value: 'no', label: 'No, this person may not' },
              ]}
            />
          </Field>
        );
      }}
    />
  );
}

function Units({ control }: { control: Control<UserFormValues> }) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const units = setup.businessUnits.filter(({ active }) => active);
  return (
    <Controller
      control={control}
      name="businessUnitIds"
      render={({ field: { value, onChange } }) => (
        <fieldset>
          <legend className="mb-0.5 text-xs text-muted">Business units</legend>
          <Checkbox
            className="flex!"
            label="All, also those added later"
            checked={value === null}
            onChange={() => onChange(value === null ? units.map(({ id }) => id) : null)}
          />
          {value !== null &&
            units.map(({ id, name }) => (
              <Checkbox
                key={id}
                className="ml-6 flex!"
                label={name}
                checked={value.includes(id)}
                onChange={() => onChange(toggled(value, id))}
              />
            ))}
        </fieldset>
      )}
    />
  );
}

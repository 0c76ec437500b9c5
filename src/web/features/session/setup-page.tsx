import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { firstAdmin } from '#contract/session.ts';
import { sessionMutations } from '../../data/session.ts';
import { fieldErrorText, splitProblem } from '../../lib/field-error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormErrors } from '../../ui/form-errors.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Door } from './door.tsx';
import { PasswordBox } from './password-box.tsx';

const FIELDS = ['token', 'companyName', 'name', 'email', 'password'] as const;
type FieldName = (typeof FIELDS)[number];
const LABELS: Readonly<Record<FieldName, string>> = {
  token: 'Setup token',
  companyName: 'Company',
  name: 'Your name',
  email: 'Your e-mail',
  password: 'Password',
};
const HINTS: Partial<Record<FieldName, string>> = {
  token: 'Printed where the server was started; it works once.',
  password: '12 characters or more. A sentence is fine.',
};
const COMPLETE: Partial<Record<FieldName, string>> = {
  companyName: 'organization',
  name: 'name',
  email: 'username',
};

/** Makes the first admin of a new installation. */
export function SetupPage() {
  const navigate = useNavigate();
  const [values, setValues] = useState<Record<FieldName, string>>({
    token: '',
    companyName: '',
    name: '',
    email: '',
    password: '',
  });
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useMutation(sessionMutations.firstAdmin());
  const problem = splitProblem(error, FIELDS);
  useEffect(() => {
    document.title = 'Set up · Truckroll';
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (faultsOf(values).size > 0) return;
    mutate({ ...values }, { onSuccess: () => void navigate({ to: '/', replace: true }) });
  };
  const faults = asked ? faultsOf(values) : NONE;
  const errorOf = (name: FieldName) => faults.get(name) ?? problem.fields.get(name);
  const set = (name: FieldName) => (value: string) => setValues((now) => ({ ...now, [name]: value }));
  return (
    <Door
      title="Set up Truckroll"
      text="The first account is the admin’s. Everybody else is added from there."
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <fieldset disabled={isPending} className="contents">
          {FIELDS.map((name) => (
            <Field key={name} label={LABELS[name]} hint={HINTS[name]} error={errorOf(name)}>
              {name === 'password' ? (
                <PasswordBox value={values.password} onChange={set(name)} autoComplete="new-password" />
              ) : (
                <TextField
                  name={name}
                  type={name === 'email' ? 'email' : 'text'}
                  autoComplete={COMPLETE[name] ?? 'off'}
                  autoFocus={name === 'token'}
                  value={values[name]}
                  onChange={({ target }) => set(name)(target.value)}
                />
              )}
            </Field>
          ))}
        </fieldset>
        <FormErrors errors={problem.rest.map((message) => ({ message }))} />
        <Button type="submit" variant="primary" size="form" busy={isPending} className="mt-1 w-full">
          Make the admin and sign in
        </Button>
      </form>
    </Door>
  );
}

const NONE: ReadonlyMap<string, string> = new Map();
/** All that is wrong, at once, by the contract's own rules; the token and how good a password is are the server's to say. */
function faultsOf(values: Record<FieldName, string>): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const { path, code, message } of firstAdmin.safeParse(values).error?.issues ?? []) {
    faults.set(String(path[0]), fieldErrorText({ path: path.join('.'), code, message }));
  }
  for (const name of FIELDS) if (values[name].trim() === '') faults.set(name, `${LABELS[name]} is missing.`);
  return faults;
}

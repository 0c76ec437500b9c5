import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CurrentUser } from '#contract/session.ts';
import { sessionMutations } from '../../data/session.ts';
import { problemOf } from '../../lib/api.ts';
import { numberOf } from '../../lib/refusal-params.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PasswordBox } from './password-box.tsx';
import { useCountdown } from './use-countdown.ts';

export type SignInFormProps = {
  /** Known when a session ended under somebody's work. */
  email?: string | undefined;
  onSignedIn: (user: CurrentUser) => void;
};

/** E-mail and password. What was typed stays after a refusal; after too many tries it says for how long. */
export function SignInForm({ email: known, onSignedIn }: SignInFormProps) {
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const passwordBox = useRef<HTMLInputElement>(null);
  const { mutate, isPending, error } = useMutation(sessionMutations.signIn());
  const problem = problemOf(error);
  const isThrottled = problem?.code === 'sign_in.too_many';
  const wait = useCountdown(isThrottled ? (numberOf(problem.params.retryAfterSeconds) ?? 30) : null, error);

  // Once the fields can be typed into again: while they were disabled the browser took the focus away.
  useEffect(() => {
    if (error && !isPending) passwordBox.current?.select();
  }, [error, isPending]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (email.trim() === '' || password === '') return;
    mutate({ email: email.trim(), password }, { onSuccess: onSignedIn });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <fieldset disabled={isPending} className="contents">
        <Field
          label="E-mail"
          error={asked && email.trim() === '' ? 'Type the e-mail you were given an account for.' : undefined}
        >
          <TextField
            type="email"
            name="email"
            autoComplete="username"
            autoFocus={!known}
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        </Field>
        <Field label="Password" error={asked && password === '' ? 'Type your password.' : undefined}>
          <PasswordBox ref={passwordBox} value={password} onChange={setPassword} autoFocus={Boolean(known)} />
        </Field>
      </fieldset>
      {isThrottled && wait > 0 ? (
        <ProblemBanner tone="warning" messages={[`Too many tries. You can try again in ${wait} s.`]} />
      ) : (
        !isThrottled && !isPending && <ProblemNote error={error} />
      )}
      <Button
        type="submit"
        variant="primary"
        size="form"
        busy={isPending}
        disabledReason={wait > 0 ? `Wait ${wait} s, then try again.` : undefined}
        className="mt-1 w-full"
      >
        Sign in
      </Button>
    </form>
  );
}

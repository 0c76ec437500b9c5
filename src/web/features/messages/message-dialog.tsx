import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Message } from '#contract/message.ts';
import { LONGEST_MESSAGE, LONGEST_SUBJECT } from '#domain/lengths.ts';
import { isOpenTo } from '#domain/messages/sending.ts';
import { messageMutations } from '../../data/messages.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-store.ts';
import { MessageStateTag } from './message-state.tsx';
import { CHANGE_WORDS, whyText } from './message-words.ts';

type Props = { message: Message; canMail: boolean; onClose: () => void };
type Words = { readonly subject: string; readonly text: string };

/** One message: what it says and where it is; written anew and un-sent while it waits, sent again after it failed. */
export function MessageDialog({ message, canMail, onClose }: Props) {
  const formId = useId();
  const { mutate: change, ...changing } = useMutation(messageMutations.change());
  const cancel = useMutation(messageMutations.cancel());
  const sendAgain = useMutation(messageMutations.sendAgain());
  const [words, setWords] = useState<Words | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const { id, version, state, recipientName, channel } = message;
  const on = { id, version };

  const startWriting = () =>
    change(
      { ...on, changes: { editing: true } },
      {
        onSuccess: ({ subject, text }) => {
          setWords({ subject, text });
          requestAnimationFrame(() => first.current?.focus());
        },
      },
    );
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!words) return;
    change(
      { ...on, changes: { ...words, editing: false } },
      {
        onSuccess: () => {
          setWords(null);
          toast({ title: 'Saved: it goes out with these words', tone: 'success' });
        },
      },
    );
  };
  const leave = () => {
    // What is typed is given up; it goes out as it was.
    if (words && isOpenTo(state, 'change')) change({ ...on, changes: { editing: false } });
    onClose();
  };
  const done = (title: string) => ({
    onSuccess: () => {
      toast({ title, tone: 'success' });
      onClose();
    },
  });
  const busy = changing.isPending || cancel.isPending || sendAgain.isPending;
  const why = whyText(message, canMail);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && leave()}
      title={`${CHANGE_WORDS[message.change]}: to ${recipientName}`}
      keepOnOutsidePress={words !== null}
      footer={
        words ? (
          <>
            <Button size="form" onClick={leave}>
              Leave as it was
            </Button>
            <Button
              size="form"
              variant="primary"
              type="submit"
              form={formId}
              busy={changing.isPending}
              disabledReason={isOpenTo(state, 'change') ? undefined : 'It does not wait any more.'}
            >
              Save
            </Button>
          </>
        ) : (
          <>
            <Link
              to="/jobs/$id"
              params={{ id: message.jobId }}
              search={{ visit: message.appointmentId }}
              className={buttonClass('secondary', 'form')}
            >
              Open visit {message.jobNumber}-{message.appointmentNumber}
            </Link>
            {isOpenTo(state, 'change') && (
              <Button size="form" busy={changing.isPending} onClick={startWriting}>
                Change the words
              </Button>
            )}
            {isOpenTo(state, 'sendAgain') && (
              <Button
                size="form"
                busy={sendAgain.isPending}
                onClick={() => sendAgain.mutate({ ...on }, done('It is sent again'))}
              >
                Send again
              </Button>
            )}
            {isOpenTo(state, 'cancel') && (
              <Button
                size="form"
                variant="danger"
                busy={cancel.isPending}
                disabledReason={busy && !cancel.isPending ? 'Something else is being saved.' : undefined}
                onClick={() => cancel.mutate({ ...on }, done('Un-sent: nobody is told'))}
              >
                Un-send
              </Button>
            )}
          </>
        )
      }
    >
      <div className="flex flex-col gap-3 pb-1">
        <p className="flex flex-wrap items-center gap-2">
          <MessageStateTag message={message} />
          <span className="wrap-anywhere text-muted">
            {channel === 'Sms' ? 'SMS' : 'E-mail'}
            {message.address && ` to ${message.address}`}
            {message.edited && ', words by the office'}
          </span>
        </p>
        {why && <p className="text-muted wrap-anywhere">{why}</p>}
        {words ? (
          <form id={formId} onSubmit={save} className="flex flex-col gap-3">
            <Field label="Subject" required>
              <TextField
                ref={first}
                required
                maxLength={LONGEST_SUBJECT}
                value={words.subject}
                onChange={({ target }) => setWords({ ...words, subject: target.value })}
              />
            </Field>
            <Field label="Text" required hint="It waits five minutes at most while you write.">
              <TextArea
                required
                rows={10}
                maxLength={LONGEST_MESSAGE}
                value={words.text}
                onChange={({ target }) => setWords({ ...words, text: target.value })}
              />
            </Field>
          </form>
        ) : (
          <>
            <p className="font-semibold wrap-anywhere">{message.subject}</p>
            <p className="whitespace-pre-line wrap-anywhere">{message.text}</p>
          </>
        )}
        <ProblemNote error={changing.error ?? cancel.error ?? sendAgain.error} />
      </div>
    </Dialog>
  );
}

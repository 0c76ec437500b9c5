import { CircleCheck, CircleSlash, CircleX, Clock, Hourglass, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Message } from '#contract/message.ts';
import type { MessageState } from '#domain/messages/sending.ts';
import { useNow } from '../../lib/clock.ts';
import { Tag } from '../../ui/tag.tsx';
import { STATE_TONES, STATE_WORDS, secondsLeft } from './message-words.ts';

const SIGNS: Readonly<Record<MessageState, ReactNode>> = {
  waiting: <Hourglass aria-hidden />,
  queued: <Clock aria-hidden />,
  sent: <CircleCheck aria-hidden />,
  failed: <CircleX aria-hidden />,
  unsent: <Undo2 aria-hidden />,
  noWay: <CircleSlash aria-hidden />,
};

/** "Waiting, 42 s": counts down by itself. */
export function MessageStateTag({ message }: { message: Message }) {
  const { state } = message;
  return (
    <Tag tone={STATE_TONES[state]}>
      {SIGNS[state]}
      {STATE_WORDS[state]}
      {state === 'waiting' && <SecondsLeft message={message} />}
    </Tag>
  );
}

function SecondsLeft({ message }: { message: Message }) {
  const seconds = secondsLeft(message, useNow(1_000));
  return (
    <span className="tabular-nums">{seconds > 90 ? `${Math.ceil(seconds / 60)} min` : `${seconds} s`}</span>
  );
}

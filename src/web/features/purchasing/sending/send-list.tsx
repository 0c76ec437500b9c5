import type { OrderSend } from '#contract/order-send.ts';
import type { Instant } from '#domain/time.ts';
import { orderPaperUrl } from '../../../data/purchase-orders.ts';
import { formatDayTime } from '../../../lib/format.ts';
import { Section } from '../../../parts/section.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { papersText, SEND_STATE_TONES, SEND_STATE_WORDS, sendTrouble } from './send-words.ts';
import { type SendingProps, StopButton } from './sending-note.tsx';

/** Every e-mail that took the order to its vendor, or was to: when, by whom, to whom, with what, and what became of it. */
export function SendList({ card, zone, whyNot, steps }: SendingProps) {
  const { sends, sendCount, order } = card;
  if (sends.length === 0) return null;
  return (
    <Section title="E-mails to the vendor" count={sendCount}>
      <ul aria-label="E-mails to the vendor" className="m-0 list-none p-0">
        {sends.map((send) => (
          <li
            key={send.id}
            className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-line px-3 py-1.5 last:border-b-0"
          >
            <span className="w-20 shrink-0">
              <Tag tone={SEND_STATE_TONES[send.state]}>{SEND_STATE_WORDS[send.state]}</Tag>
            </span>
            <div className="min-w-0 flex-1 basis-60 wrap-anywhere">
              <p>
                {send.again && 'Again, '}
                {send.asked.byName}, {formatDayTime(send.asked.at as Instant, zone)}, to{' '}
                <bdi>{send.to.join(', ')}</bdi>
              </p>
              <Trouble send={send} />
              <details>
                <summary className="min-h-6 text-muted">
                  <bdi>{send.subject}</bdi>
                </summary>
                <p className="whitespace-pre-line" dir="auto">
                  {send.text}
                </p>
              </details>
            </div>
            <span className="flex flex-wrap items-center gap-3" data-print="hide">
              {(['pdf', 'xlsx'] as const).map(
                (format) =>
                  send[format === 'pdf' ? 'pdf' : 'workbook'] && (
                    <a
                      key={format}
                      href={orderPaperUrl(order.id, format, { sendId: send.id })}
                      download=""
                      aria-label={`${format === 'pdf' ? 'PDF' : 'Excel'} as it was sent`}
                      className="inline-flex min-h-6 items-center"
                    >
                      {papersText({ ...send, pdf: format === 'pdf', workbook: format === 'xlsx' })}
                    </a>
                  ),
              )}
              {send.state === 'Sending' && send.again && (
                <StopButton card={card} send={send} whyNot={whyNot} steps={steps} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {sendCount > sends.length && (
        <p className="px-3 py-1.5 text-muted">
          The latest {sends.length} of {sendCount.toLocaleString('en-US')}. The others stand in the order’s
          history.
        </p>
      )}
    </Section>
  );
}

function Trouble({ send }: { send: OrderSend }) {
  const why = sendTrouble(send);
  if (why === '') return null;
  return (
    <p className={send.state === 'Failed' ? 'text-danger' : 'text-warning'}>
      <bdi>{why}</bdi>
    </p>
  );
}

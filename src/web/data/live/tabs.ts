/**
 * One stream per browser, however many tabs (F24: the seventh tab of an HTTP/1.1 browser would wait for ever). The tab
 * that gets the lock reads the stream and passes everything on; when it closes, the lock and the last position go to
 * the next. Named by person, so that tabs of two sign-ins never mix.
 */
import type { PresentPage } from '#contract/presence.ts';

export type TabMessage<E> =
  | { readonly type: 'event'; readonly event: E }
  | { readonly type: 'presence'; readonly pages: readonly PresentPage[] }
  | { readonly type: 'reset' }
  | { readonly type: 'gap' }
  | {
      readonly type: 'state';
      readonly status: 'live' | 'reconnecting' | 'starting';
      readonly heardAtMs: number | null;
      /** Up to where the leading tab has told everything. */
      readonly position: string | null;
    }
  | { readonly type: 'hello' };

export type Tabs<E> = {
  readonly tell: (message: TabMessage<E>) => void;
  readonly stop: () => void;
};

/**
 * @param hear messages of the other tabs
 * @param lead called once this tab is the one that reads the stream; its signal ends with `stop`
 */
export function joinTabs<E>(
  name: string,
  hear: (message: TabMessage<E>) => void,
  lead: (signal: AbortSignal) => Promise<void>,
): Tabs<E> {
  const aborter = new AbortController();
  // Without the two (an old browser, a test) each tab has its own stream, which is right, only dearer.
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  if (channel) channel.onmessage = ({ data }: MessageEvent<TabMessage<E>>) => hear(data);
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (channel && locks) {
    locks
      .request(name, { signal: aborter.signal }, () => lead(aborter.signal))
      .catch((cause: unknown) => {
        if (!aborter.signal.aborted) throw cause;
      });
    channel.postMessage({ type: 'hello' } satisfies TabMessage<E>);
  } else {
    void lead(aborter.signal);
  }
  return {
    tell: (message) => channel?.postMessage(message),
    stop: () => {
      aborter.abort();
      channel?.close();
    },
  };
}

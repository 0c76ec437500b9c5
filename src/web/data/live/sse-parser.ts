/**
 * Server-sent events out of raw bytes, however the network cuts them (WHATWG HTML, 9.2.6). Pure: feed bytes, get
 * the messages that became complete. Comments (heartbeats) give nothing.
 */
export type SseMessage = { readonly id: string | null; readonly event: string; readonly data: string };
type SseParser = {
  push(bytes: Uint8Array): SseMessage[];
  /** Milliseconds the server asked to wait before coming back, once it has. */
  retryMs(): number | null;
};

export function createSseParser(): SseParser {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let lastWasCr = false;
  let id: string | null = null;
  let event = '';
  let data: string[] = [];
  let retry: number | null = null;

  function take(line: string, out: SseMessage[]): void {
    if (line === '') {
      if (data.length > 0) out.push({ id, event: event || 'message', data: data.join('\n') });
      event = '';
      data = [];
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) retry = Number(value);
  }

  return {
    push(bytes) {
      const out: SseMessage[] = [];
      let text = decoder.decode(bytes, { stream: true });
      // A CR at the end of the last piece already ended its line: its LF belongs to it.
      if (lastWasCr && text !== '') {
        if (text.startsWith('\n')) text = text.slice(1);
        lastWasCr = false;
      }
      if (text === '') return out;
      lastWasCr = text.endsWith('\r');
      const lines = (rest + text).split(/\r\n|\r|\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) take(line, out);
      return out;
    },
    retryMs: () => retry,
  };
}

import { connect } from 'node:net';

/** Sends bytes as they are and resolves with everything that came back until the server closes or `ms` of silence. */
export function rawHttp(url: string, text: string | readonly string[], ms = 1000): Promise<string> {
  const { hostname, port } = new URL(url);
  const parts = typeof text === 'string' ? [text] : text;
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => {
      for (const part of parts) socket.write(part, 'latin1');
    });
    socket.setTimeout(ms, () => socket.destroy());
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(received));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // The server may close before it has read all we send: what it said by then counts.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });
}

/** The status of the first answer in raw text; 0 when there is none. */
export const statusOfRaw = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

type SignedIn = { readonly url: string; readonly publicOrigin: string; readonly cookie: string | null };

/**
 * Requests written by hand for somebody who is signed in: what `fetch` would put right or refuse to send.
 * @param who asked at each request, because a stack has its port only once it listens
 */
export function rawRequests(who: () => SignedIn) {
  /** `line` is `GET /path`; each line of `headers` ends with CRLF. */
  const raw = (line: string, headers = '', body = '') => {
    const { url, publicOrigin, cookie } = who();
    return rawHttp(
      url,
      `${line} HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\nCookie: ${cookie}\r\nOrigin: ${publicOrigin}\r\n${headers}Connection: close\r\n\r\n${body}`,
      3000,
    );
  };
  /** A new customer with this text as its body, whatever that text is. */
  const json = (body: string, length = Buffer.byteLength(body)) =>
    raw(
      'POST /api/customers',
      `Content-Type: application/json\r\nIdempotency-Key: k\r\nContent-Length: ${length}\r\n`,
      body,
    );
  return { raw, json };
}

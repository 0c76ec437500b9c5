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

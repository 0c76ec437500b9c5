import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { listenOn } from './listen.ts';

const listen = (server: ReturnType<typeof createServer>, at: { host: string; port: number }) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, resolve);
  });

test('a port another program has is named, and what chooses another', async () => {
  const theirs = createServer();
  await listen(theirs, { host: '127.0.0.1', port: 0 });
  const { port } = theirs.address() as { port: number };
  const ours = { listen: (at: { host: string; port: number }) => listen(createServer(), at) };
  await expect(listenOn(ours, '127.0.0.1', port, 'API_PORT')).rejects.toThrow(
    `port ${port} on 127.0.0.1 is taken by another program. API_PORT chooses another: API_PORT=${port + 10} npm start.`,
  );
  theirs.close();
});

test('what else goes wrong is told as it came', async () => {
  const fault = Object.assign(new Error('listen EADDRNOTAVAIL'), { code: 'EADDRNOTAVAIL' });
  await expect(listenOn({ listen: () => Promise.reject(fault) }, '10.9.9.9', 3000, 'PORT')).rejects.toBe(
    fault,
  );
});

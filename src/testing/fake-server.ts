/** Another program's server on this machine's loopback, which answers what a test tells it to. Ended after each test. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

export type FakeServer = {
  readonly origin: string;
  /** Path and query of each question, in their order, and its headers. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** What is answered from now on. Not answering at all is an answer, too. */
  answer: (path: string, response: ServerResponse) => void;
};

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

export async function fakeServer(): Promise<FakeServer> {
  const server = createServer((request, response) => {
    fake.asked.push({ path: request.url ?? '', headers: request.headers });
    fake.answer(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  endings.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const fake: FakeServer = {
    origin: `http://127.0.0.1:${port}`,
    asked: [],
    answer: (_path, response) => response.writeHead(404).end(),
  };
  return fake;
}

export const answers =
  (body: unknown): FakeServer['answer'] =>
  (_path, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));

export const says =
  (status: number, headers: Readonly<Record<string, string>> = {}): FakeServer['answer'] =>
  (_path, response) =>
    response.writeHead(status, headers).end('secret words of theirs');

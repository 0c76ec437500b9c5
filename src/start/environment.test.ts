import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test('nothing set: loopback, the two ports, PGlite in data/, the demo company in an empty database', () => {
  expect(readEnvironment({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    apiPort: 3001,
    databaseUrl: undefined,
    publicOrigin: 'http://localhost:3000',
    trustedProxies: [],
    demo: 'when-empty',
  });
});

test('the public origin follows the port unless it is set', () => {
  expect(readEnvironment({ PORT: '8080' }).publicOrigin).toBe('http://localhost:8080');
  expect(readEnvironment({ PUBLIC_ORIGIN: 'https://board.example' }).publicOrigin).toBe(
    'https://board.example',
  );
});

test('other programs are told the same name on API_PORT, unless another is given', () => {
  expect(readEnvironment({}).apiOrigin).toBe('http://localhost:3001');
  expect(readEnvironment({ PUBLIC_ORIGIN: 'https://board.example', API_PORT: '8443' }).apiOrigin).toBe(
    'https://board.example:8443',
  );
  expect(readEnvironment({ API_ORIGIN: 'https://api.example/' }).apiOrigin).toBe('https://api.example');
});

test.each([
  ['API_ORIGIN', 'api.example'],
  ['PORT', '80 80'],
  ['PORT', '70000'],
  ['API_PORT', 'x'],
  ['DEMO', 'yes'],
  ['DEMO_SIZE', 'huge'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused with the variable named', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(name);
});

import { expect, onTestFinished, test } from 'vitest';
import { startStack } from '#testing/stack.ts';

test('requests are counted by route template: a path a stranger makes up adds no row', async () => {
  const stack = await startStack();
  onTestFinished(() => stack.close());
  const person = await stack.signIn('dispatcher');
  for (const path of ['/api/jobs/17', '/api/jobs/18', '/wp-login.php', '/canary-5f1c?token=canary-77']) {
    await (await person.get(path)).body?.cancel();
  }
  const counts = [...stack.app.requestCounts.all()];
  expect(
    counts.filter(({ route }) => route === '/api/jobs/:id').reduce((sum, one) => sum + one.count, 0),
  ).toBe(2);
  expect(JSON.stringify(counts)).not.toMatch(/canary|wp-login|17/);
  expect(counts).toContainEqual({ method: 'POST', route: '/bff/sign-in', status: 200, count: 1 });
});

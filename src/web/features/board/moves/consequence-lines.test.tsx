import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ConsequenceLines } from './consequence-lines.tsx';

const classOf = (text: string) => screen.getByText(text).className;

test('everything that needs a reason looks like it, not the first alone', () => {
  render(
    <ConsequenceLines
      severity="hard"
      hardLines={2}
      lines={['Overlaps #1', 'Overlaps #2', 'Outside the zones of Ana']}
    />,
  );
  expect(classOf('Overlaps #1')).toContain('text-danger');
  expect(classOf('Overlaps #2')).toContain('text-danger');
  expect(classOf('Outside the zones of Ana')).toContain('text-muted');
});

test('what only costs something is a warning, its worst first', () => {
  render(<ConsequenceLines severity="soft" lines={['20 min overtime', 'Not confirmed']} />);
  expect(classOf('20 min overtime')).toContain('text-warning');
  expect(classOf('Not confirmed')).toContain('text-muted');
});

test('nothing to tell is told, too; a long list is cut with how many there are more', () => {
  const { unmount } = render(<ConsequenceLines severity="ok" lines={[]} />);
  expect(screen.getByText('Nothing stands in the way.')).toBeTruthy();
  unmount();
  render(<ConsequenceLines severity="soft" lines={Array.from({ length: 9 }, (_, at) => `Line ${at}`)} />);
  expect(screen.getByText('and 2 more')).toBeTruthy();
});

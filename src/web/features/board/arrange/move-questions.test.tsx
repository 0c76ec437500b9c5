import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import { renderInOffice } from '../../../parts/render-in-office.fixture.tsx';
import { MoveQuestionDialog, verbOf } from './move-questions.tsx';

const visit = (holdingLaneId?: number | null) => ({ technicians: [], holdingLaneId }) as unknown as VisitMove;

it.each([
  ['parked', [visit(4), visit(4)], 'park'],
  ['moved', [visit(), visit()], 'move'],
  ['taken out of their lane', [visit(null)], 'move'],
  ['partly parked', [visit(4), visit()], 'move'],
] as const)(
  'several visits %s, somebody on the way to one: the question says so',
  async (_how, moves, verb) => {
    renderInOffice(
      <MoveQuestionDialog
        question={{ kind: 'callBack', description: 'Ana Reyes is on the way to #1042 Zoe Ellis.' }}
        verb={verbOf(moves)}
        wording={{}}
        busy={false}
        onAnswer={() => {}}
        onClose={() => {}}
      />,
    );
    expect(await screen.findByRole('dialog', { name: `Call back and ${verb}?` })).toBeTruthy();
    expect(screen.getByRole('button', { name: `Call back and ${verb}` })).toBeTruthy();
  },
);

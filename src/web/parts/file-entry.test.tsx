import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FileView } from '#contract/file.ts';
import { FileEntry } from './file-entry.tsx';
import { renderInOffice } from './render-in-office.fixture.tsx';

const photo = {
  id: 4,
  version: 1,
  name: 'boiler.jpg',
  kind: 'Photo',
  mediaType: 'image/jpeg',
  size: 2048,
  uploadedByName: 'Ana Ruiz',
  createdOn: '2026-11-22T12:00:00.000Z',
  signer: null,
  link: { url: '/files/4' },
} as unknown as FileView;

it('a photo is looked at in full where it is, and can be downloaded from there', async () => {
  renderInOffice(<FileEntry file={photo} zone="America/New_York" onUndo={() => {}} />);
  fireEvent.click(screen.getByRole('button', { name: 'Look at boiler.jpg' }));
  const full = await screen.findByRole('dialog', { name: 'boiler.jpg' });
  expect(within(full).getByRole('img', { name: 'boiler.jpg' }).getAttribute('src')).toBe('/files/4');
  expect(within(full).getByRole('link', { name: 'Download' })).toBeTruthy();
});

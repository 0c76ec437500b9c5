/** Where attached files lie: DATA_DIR/files, or the bucket of FILES_S3_*. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '#backend/files/file-store.ts';
import { folderStore } from '#backend/files/folder.ts';
import { s3Store } from '#backend/files/s3.ts';
import type { Environment } from './environment.ts';
import type { S3Environment, Secret } from './files-environment.ts';

type Where = Pick<Environment, 'dataDir' | 'filesS3'>;

export const filesFolder = (dataDir: string): string => join(dataDir, 'files');

/** In words, for the operator. */
export const placeOf = ({ dataDir, filesS3 }: Where): string =>
  filesS3 ? `the bucket ${filesS3.bucket} at ${filesS3.endpoint}` : filesFolder(dataDir);

export function fileStoreOf({ dataDir, filesS3 }: Where, onTrouble: (reason: string) => void): FileStore {
  if (!filesS3) return folderStore(filesFolder(dataDir));
  const { endpoint, bucket, region } = filesS3;
  return s3Store({ endpoint, bucket, region, keys: () => keysOf(filesS3), onTrouble });
}

/** For commands, which have no log. */
export const sayTrouble = (reason: string): void =>
  void process.stderr.write(`The store of files failed: ${reason}\n`);

/** What must not be in any log. @throws Error with a sentence when a secret's file cannot be used */
export async function fileSecrets({ filesS3 }: Where): Promise<string[]> {
  return filesS3 ? [(await keysOf(filesS3)).secretAccessKey] : [];
}

const keysOf = async ({ key, secret }: S3Environment) => ({
  accessKeyId: await secretValue(key),
  secretAccessKey: await secretValue(secret),
});

/** Secrets' files are their owner's alone (security-and-faults R48). */
export async function secretValue(secret: Secret): Promise<string> {
  if ('value' in secret) return secret.value;
  const { file, name } = secret;
  const state = await stat(file).catch(() => null);
  if (!state?.isFile()) throw new Error(`${name} names ${file}, which cannot be read.`);
  if ((state.mode & 0o077) !== 0)
    throw new Error(`${name} names ${file}, which others on this machine can read: chmod 600 it.`);
  const value = (await readFile(file, 'utf8')).trim();
  if (value === '') throw new Error(`${name} names ${file}, which is empty.`);
  return value;
}

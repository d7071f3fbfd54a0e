/** The script of the pack's pages: the rules, the questions and the drawings themselves, put together by esbuild. */
import { join } from 'node:path';
import { bundled } from '../channels/web/bundle.ts';

export async function packScript(): Promise<string> {
  return (await bundled(join(import.meta.dirname, 'page'), 'iife')).script;
}

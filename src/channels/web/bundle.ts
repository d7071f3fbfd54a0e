/** The page's code and styles, put together in memory by esbuild when first asked for: there is no build step. */
import { join } from 'node:path';

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** A production install has none of what the page is made from. */
export class PageNotInstalled extends Error {
  override readonly name = 'PageNotInstalled';
}

/** @throws {PageNotInstalled} */
export function checkPageInstalled(): void {
  try {
    import.meta.resolve('esbuild');
  } catch (cause) {
    const says = 'A trial needs the whole install: npm ci. To serve Slack or Teams, give their settings instead.';
    throw new PageNotInstalled(says, { cause });
  }
}

/** The code does not change while the program runs, so one bundle serves every channel made. */
let made: Promise<Bundle> | undefined;

/** A failed bundle is not kept: the next request tries again. */
export function pageBundle(): Promise<Bundle> {
  made ??= bundled(join(import.meta.dirname, 'page'), 'esm').catch((cause) => {
    made = undefined;
    throw cause;
  });
  return made;
}

/**
 * A page's `main.tsx` with all that it imports.
 *
 * @param format `iife` for a page that is opened from a folder, where browsers load no modules
 */
export async function bundled(folder: string, format: 'esm' | 'iife'): Promise<Bundle> {
  // Loaded here because only pages need it.
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: { page: 'main.tsx' },
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format,
    target: 'es2024',
    jsx: 'automatic',
    legalComments: 'eof',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  await stop();
  const ending = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { script: ending('.js'), style: ending('.css') };
}

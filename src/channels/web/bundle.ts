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
  made ??= bundle().catch((cause) => {
    made = undefined;
    throw cause;
  });
  return made;
}

async function bundle(): Promise<Bundle> {
  // Loaded here because only trial mode needs it.
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: join(import.meta.dirname, 'page'),
    entryPoints: { page: 'main.tsx' },
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
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

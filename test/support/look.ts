/**
 * For eyes: draws sample messages as Slack and as Teams show them, into PNG files.
 * `node test/support/look.ts DIRECTORY [MODULE]`; MODULE exports `messages: Record<string, Message>`.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Message } from '../../dialogs/message.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import { startChromium } from './chromium.ts';
import { token } from './messages.ts';

const [directory, module = new URL('./samples.ts', import.meta.url).pathname] = process.argv.slice(2);
if (!directory) throw new Error('Say where the pictures go: node test/support/look.ts DIRECTORY');
await mkdir(directory, { recursive: true });
const { messages } = (await import(resolve(module))) as { messages: Record<string, Message> };

const require = createRequire(import.meta.url);
const page = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { flushSync } from 'react-dom';
  import { Message } from 'slack-blocks-to-jsx';
  import { AdaptiveCard } from 'adaptivecards';
  import { hostConfig } from './src/channels/web/page/teams/host-config.ts';
  import { markdownToHtml } from './src/channels/web/page/teams/markdown.ts';
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownToHtml(text);
    result.didProcess = true;
  };
  const main = document.querySelector('main');
  window.draw = (platform, sent, dark) => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    main.replaceChildren();
    main.className = platform;
    for (const message of sent) {
      const post = main.appendChild(document.createElement('article'));
      if (platform === 'slack') {
        const blocks = JSON.parse(JSON.stringify(message.blocks), (name, value) => (name === 'verbatim' ? undefined : value));
        flushSync(() => createRoot(post).render(
          createElement(Message, { blocks, theme: dark ? 'dark' : 'light', name: 'Signpost', logo: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>', time: new Date(0) })));
      } else {
        const card = new AdaptiveCard();
        card.hostConfig = hostConfig(dark);
        card.parse(message.attachments[0].content);
        post.append(card.render());
      }
    }
  };
`;
const bundle = await build({
  stdin: { contents: page, resolveDir: resolve(import.meta.dirname, '../..'), loader: 'ts' },
  bundle: true,
  write: false,
  format: 'iife',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
});
const sheets = ['slack-blocks-to-jsx/dist/style.css', 'adaptivecards/lib/adaptivecards.css'];
const css = (await Promise.all(sheets.map((name) => readFile(require.resolve(name), 'utf8')))).join('\n');
const frame = `
  body { margin: 0; font: 15px/1.46 system-ui, sans-serif; }
  main { padding: 12px; }
  [data-theme=dark] body { background: #1a1d21; color: #d1d2d3; }
  .teams article { max-width: 480px; border: 1px solid #8886; border-radius: 6px; padding: 4px; margin-bottom: 8px; }
  [data-theme=dark] .teams article { background: #292929; color: #fff; }
  [data-theme=dark] .teams a { color: #a6a7dc; }
  .teams p { margin: 0; }
  .teams button { font: inherit; padding: 5px 12px; border: 1px solid #888; border-radius: 4px; background: none; color: inherit; }
`;

const browser = await startChromium();
try {
  const tab = await browser.newPage();
  await tab.setContent(`<html lang="en"><style>${css}</style><style>${frame}</style><body><main></main></body></html>`);
  await tab.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  for (const [name, message] of Object.entries(messages)) {
    for (const [platform, sent] of [
      ['slack', renderSlack(message, token)],
      ['teams', renderTeams(message, token)],
    ] as const) {
      for (const width of [390, 900]) {
        for (const dark of [false, true]) {
          await tab.setViewportSize({ width, height: 400 });
          await tab.evaluate(
            ([on, posts, night]) =>
              (globalThis as unknown as { draw: (...all: unknown[]) => void }).draw(on, posts, night),
            [platform, sent, dark] as const,
          );
          const path = join(directory, `${name}-${platform}-${width}-${dark ? 'dark' : 'light'}.png`);
          await tab.screenshot({ path, fullPage: true });
        }
      }
    }
  }
} finally {
  await browser.close();
}

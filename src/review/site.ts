/** The pack as a site: every file by its name. It asks for nothing from anywhere, and can be opened from a folder. */
import { drawn, type ReviewPage } from './layout.ts';
import type { Pack } from './pack.ts';
import { askPage } from './pages/ask.ts';
import { contactsPage } from './pages/contacts.ts';
import { correctionsPage } from './pages/corrections.ts';
import { decisionsPage } from './pages/decisions.ts';
import { flowsPage } from './pages/flows.ts';
import { oursPage } from './pages/ours.ts';
import { procedurePage } from './pages/procedure.ts';
import { rulesPage } from './pages/rules.ts';
import { signPage } from './pages/sign.ts';
import { startPage } from './pages/start.ts';
import { storyboardPage } from './pages/storyboard.ts';
import { weekPage } from './pages/week.ts';
import { style } from './style.ts';

/** @param more pages that only some packs have; they come first */
export function reviewSite(pack: Pack, script: string, more: readonly ReviewPage[] = []): ReadonlyMap<string, string> {
  const others = [
    ...more,
    procedurePage(pack),
    rulesPage(pack),
    oursPage(pack),
    flowsPage(pack),
    decisionsPage(pack),
    askPage(pack),
    contactsPage(pack),
    correctionsPage(),
    weekPage(pack),
    storyboardPage(pack),
    signPage(pack),
  ];
  const pages = [startPage(pack, others), ...others];
  return new Map([
    ...pages.map((page) => [page.file, drawn(page, pages, pack)] as const),
    ['review.css', style],
    ['review.js', script],
  ]);
}

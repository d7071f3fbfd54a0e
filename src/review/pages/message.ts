/** A message of the bot on paper: everything that is read on it, and what can be pressed, as outlines. */
import type { Block, Button, Message, Rich, Span } from '../../../dialogs/message.ts';
import { alertWord, tickGroups } from '../../../dialogs/plain.ts';
import { type Content, type Html, html } from '../html.ts';

export function drawnMessage({ summary, blocks }: Pick<Message, 'summary' | 'blocks'>): Html {
  return html`<div class="message">${blocks.length > 0 ? blocks.map(drawnBlock) : html`<p>${summary}</p>`}</div>`;
}

function drawnBlock(block: Block): Content {
  switch (block.kind) {
    case 'heading':
      return html`<p class="title">${block.text}</p>`;
    case 'text':
      if (block.tone === 'quiet') return html`<p class="small">${rich(block.text)}</p>`;
      return html`<p>${block.tone === 'alert' && html`⚠️ <b>${alertWord}</b> `}${rich(block.text)}</p>`;
    case 'list': {
      const lines = block.lines.map(
        ({ text, note }) => html`<li>${rich(text)}${note && html`<br><span class="small">${rich(note)}</span>`}</li>`,
      );
      return block.numbered ? html`<ol>${lines}</ol>` : html`<ul>${lines}</ul>`;
    }
    case 'divider':
      return html`<hr>`;
    case 'buttons':
      return html`<p class="pressed">${block.buttons.map(button)}${block.rare && block.rare.length > 0 && html`<span class="press rare">… ${block.rare.map(({ label }) => label).join(' / ')}</span>`}</p>`;
    case 'fold':
      return html`<div class="folded"><p><b>▸ ${block.title}</b> <span class="small">(folded)</span></p>${block.blocks.map(drawnBlock)}</div>`;
    case 'ticks':
      return html`${tickGroups(block).map(({ label, options }) => html`<p><b>${label}</b></p><ul class="ticks">${options.map((each) => html`<li>${each.ticked ? '☑' : '☐'} ${each.label}${each.help && html` <span class="small">${each.help}</span>`}</li>`)}</ul>`)}<p class="pressed">${button(block.submit)}</p>`;
  }
}

const button = ({ label, look }: Button): Html => html`<span class="press${look ? ` ${look}` : ''}">${label}</span>`;

const rich = (spans: Rich): Content => spans.map(span);

function span(part: Span): Content {
  if (typeof part === 'string') return part;
  if ('bold' in part) return html`<b>${part.bold}</b>`;
  if ('phone' in part) return html`<b class="phone">${part.phone}</b>`;
  if ('account' in part) return part.label;
  return html`<u>${part.label}</u>`;
}

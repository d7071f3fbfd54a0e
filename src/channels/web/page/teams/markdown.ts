/** The Markdown that Teams draws in a card: bold, slanted, links, lists, paragraphs and mentions. Everything else is text. */
import { fromMarkdown } from 'mdast-util-from-markdown';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

export function markdownToHtml(text: string): string {
  const { children } = fromMarkdown(text);
  return children.map(html).join('');
}

function html(node: Node): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${inside(node.children)}</p>`;
    case 'strong':
      return `<strong>${inside(node.children)}</strong>`;
    case 'emphasis':
      return `<em>${inside(node.children)}</em>`;
    case 'list':
      return node.ordered ? `<ol>${inside(node.children)}</ol>` : `<ul>${inside(node.children)}</ul>`;
    case 'listItem':
      return `<li>${inside(node.children)}</li>`;
    case 'break':
      return '<br>';
    case 'link':
      return `<a href="${escaped(node.url)}">${inside(node.children)}</a>`;
    case 'html':
      return mentionSigns[node.value] ?? escaped(node.value);
    default:
      if ('value' in node) return escaped(node.value);
      return 'children' in node ? inside(node.children) : '';
  }
}

const inside = (nodes: readonly Node[]): string => nodes.map(html).join('');

/** Somebody's name stands between the two. */
const mentionSigns: Readonly<Record<string, string>> = { '<at>': '<span class="mention">', '</at>': '</span>' };

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

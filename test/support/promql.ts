/**
 * Reads as much of Prometheus' query language as ops/alerts.yaml uses: a selector, `increase` over a window, one sum or
 * quotient of two, one comparison with a number. A window is all of what was scraped; what it cannot read it refuses.
 */

/** One scrape: each series, with its labels, and its value. */
export type Scrape = readonly {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}[];

export function scrapeOf(text: string): Scrape {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value = ''] = /^([a-z_A-Z0-9]+)(?:\{(.*)\})? (\S+)/.exec(line) ?? [];
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key = '', text = '']) => [key, text]);
      return { name, labels: Object.fromEntries(pairs), value: Number(value) };
    });
}

const term = String.raw`(increase\()?([a-zA-Z_0-9]+)(\{[^}]*\})?(?:\[\d+[smhd]\]\))?`;
const expression = new RegExp(`^${term}(?: ([-/]) ${term})? (>|==) ([0-9.]+)$`);

/** Whether some series are over the threshold. @throws {SyntaxError} */
export function fires(text: string, before: Scrape, now: Scrape): boolean {
  const read = expression.exec(text);
  if (!read) throw new SyntaxError(`Not read: ${text}`);
  const [, rise, name, labels, operator, otherRise, other, otherLabels, comparison, limit] = read;
  const left = valuesOf(name ?? '', labels, rise !== undefined, before, now);
  const right = operator ? valuesOf(other ?? '', otherLabels, otherRise !== undefined, before, now) : undefined;
  const values = right ? left.map((value, at) => joined(value, right[at] ?? Number.NaN, operator)) : left;
  return values.some((value) => (comparison === '==' ? value === Number(limit) : value > Number(limit)));
}

const joined = (a: number, b: number, operator: string | undefined) => (operator === '/' ? a / b : a - b);

function valuesOf(name: string, labels = '', isRise: boolean, before: Scrape, now: Scrape): readonly number[] {
  const wanted = [...labels.matchAll(/(\w+)(=~?)"([^"]*)"/g)];
  const suits = (series: Scrape[number]) =>
    series.name === name &&
    wanted.every(([, key = '', how, value = '']) =>
      how === '=' ? series.labels[key] === value : new RegExp(`^(?:${value})$`).test(series.labels[key] ?? ''),
    );
  const key = (series: Scrape[number]) => JSON.stringify(series.labels);
  return now.filter(suits).flatMap((series) => {
    if (!isRise) return [series.value];
    const earlier = before.filter(suits).find((each) => key(each) === key(series));
    // Of a count that was not there before Prometheus sees no rise.
    return earlier ? [series.value - earlier.value] : [];
  });
}

/**
 * Counts and times for Prometheus, in its text format. Labels are closed words (a channel, a route, a status), never
 * a person, a workspace, a site or anything of a concern: a count of one can give somebody away.
 */
import type { Route } from './route.ts';

type Labels = Readonly<Record<string, string | number>>;

export interface Metrics {
  /** A number that only grows. */
  counter(name: string, help: string): { add(labels?: Labels, by?: number): void };
  /** A number read at the moment it is asked for. */
  gauge(name: string, help: string, read: () => number): void;
  /** How long things take, in milliseconds here and in seconds as Prometheus wants it. */
  timer(name: string, help: string): { observe(ms: number, labels?: Labels): void };
  readonly route: Route;
}

/** Upper ends in seconds: about the 1.5 s and 3 s that Slack's patience sets, and the 10 s and 15 s of the others. */
const bounds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 5, 10, 15];

export function createMetrics(): Metrics {
  const families: (() => string[])[] = [];
  const family = (type: string, name: string, help: string, samples: () => string[]) =>
    families.push(() => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples()]);

  return {
    counter(name, help) {
      const counts = new Map<string, number>();
      family('counter', name, help, () => [...counts].map(([labels, count]) => sample(name, labels, count)));
      return {
        add(labels = {}, by = 1) {
          const key = written(labels);
          counts.set(key, (counts.get(key) ?? 0) + by);
        },
      };
    },

    gauge(name, help, read) {
      family('gauge', name, help, () => [sample(name, '', read())]);
    },

    timer(name, help) {
      const series = new Map<string, { readonly within: number[]; sum: number; count: number }>();
      family('histogram', name, help, () =>
        [...series].flatMap(([labels, { within, sum, count }]) => [
          ...bounds.map((bound, at) => sample(`${name}_bucket`, joined(labels, `le="${bound}"`), within[at] ?? 0)),
          sample(`${name}_bucket`, joined(labels, 'le="+Inf"'), count),
          sample(`${name}_sum`, labels, sum),
          sample(`${name}_count`, labels, count),
        ]),
      );
      return {
        observe(ms, labels = {}) {
          const seconds = ms / 1_000;
          const key = written(labels);
          const { within, sum, count } = series.get(key) ?? { within: bounds.map(() => 0), sum: 0, count: 0 };
          series.set(key, {
            within: within.map((below, at) => (seconds <= (bounds[at] ?? 0) ? below + 1 : below)),
            sum: sum + seconds,
            count: count + 1,
          });
        },
      };
    },

    route: {
      method: 'GET',
      path: '/metrics',
      handle: () => ({
        status: 200,
        headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
        body: `${families.flatMap((lines) => lines()).join('\n')}\n`,
      }),
    },
  };
}

const sample = (name: string, labels: string, value: number) => `${name}${labels && `{${labels}}`} ${value}`;

const joined = (labels: string, more: string) => (labels ? `${labels},${more}` : more);

const written = (labels: Labels) =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(',');

const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

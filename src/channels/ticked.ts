/** What a card of Teams sends beside a press: its tick lists, each under an id of its own. */

/** Every value ticked in a card's lists; nothing where it has none. */
export function tickedOf(data: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const lists = Object.entries(data).flatMap(([id, ticked]) =>
    tickLists.test(id) && typeof ticked === 'string' ? [ticked] : [],
  );
  return lists.length > 0 ? lists.flatMap((ticked) => ticked.split(',').filter(Boolean)) : undefined;
}
const tickLists = /^ticks\d?$/;

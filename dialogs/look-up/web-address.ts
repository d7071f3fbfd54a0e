/** A web address, as a person types it or a platform links it: what tells in it is the name of the place. Pure. */
import { getDomainWithoutSuffix } from 'tldts';

/** With a scheme, with "www.", or ending as addresses here do; not a full stop that lost its space. */
const written =
  /\b(?:https?:\/\/|www\.)[^\s<>|]+|\b(?:[a-z0-9-]+\.)+(?:uk|com|org|net|info|io|eu|gg|tv)\b(?:\/[^\s<>|]*)?/gi;

/** Each address in these words becomes the name in it: "https://www.ceop.police.uk/x" is "ceop". */
export function readAddresses(text: string): string {
  return text.replace(written, (address) => placeNamed(address) ?? address);
}

/** The name under which a place stands on the web. Nothing for GOV.UK, where only the path tells. */
export function placeNamed(address: string): string | undefined {
  const name = getDomainWithoutSuffix(address);
  return name === null || name === 'www' ? undefined : name;
}

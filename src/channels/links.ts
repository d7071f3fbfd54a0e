/** Addresses that a rendered message may link to. Anything else is shown as text. */

const allowed = new Set(['https:', 'http:', 'mailto:']);

/** The address of a web page or mailbox in its encoded form; undefined when it is not one. */
export function webAddress(link: string): string | undefined {
  const url = URL.parse(link);
  return url && allowed.has(url.protocol) ? encodeSigns(url.href) : undefined;
}

/** The same address with every sign percent-encoded that Slack or Markdown could read as markup. */
export function encodeSigns(address: string): string {
  return address.replace(
    /[()<>|*~`\\]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * `tel:` address of a phone number as people write it; undefined without three digits. It ends at the first thing
 * that is no part of a number, so "0800 1111 - 24 hours" and "01332 641172, option 2" ring the right place.
 */
export function telAddress(phone: string): string | undefined {
  const dialled = phone.match(/\+?\(?\d+\)?(?:[ \u00a0.-]?\(?\d+\)?)*/)?.[0].replace(/[^\d+]/g, '') ?? '';
  return dialled.replace('+', '').length >= 3 ? `tel:${dialled}` : undefined;
}

/** What a written phone number looks like. Whether it works nobody knows but who rings it. */

/** Ten or eleven digits with a leading 0 or +44, or one of the short national numbers. */
export function looksBritish(phone: string): boolean {
  return /^(0[1235789]\d{8,9}|08001111|999|101|105|111|112|119|116\d{3})$/.test(digitsOf(phone));
}

/** One that a text message reaches; none of those for paging (076, but for the Isle of Man's) or personal numbers (070). */
export function isBritishMobile(phone: string): boolean {
  return looksBritish(phone) && /^07([1-57-9]\d|624)\d{7,8}$/.test(digitsOf(phone)) && digitsOf(phone).length === 11;
}

/** Numbers that Ofcom keeps free for television and radio: nobody ever answers them. */
export function isDrama(phone: string): boolean {
  return drama.test(digitsOf(phone));
}

const drama =
  /^(01632960\d{3}|07700900\d{3}|02079460\d{3}|0(113|114|115|116|117|118|121|131|141|151|161)4960\d{3}|01914980\d{3}|02896496\d{3}|02920180\d{3}|08081570\d{3}|03069990\d{3})$/;

const digitsOf = (phone: string) => phone.replaceAll(/[\s()-]/g, '').replace(/^(\+|00)44/, '0');

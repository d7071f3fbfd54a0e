/**
 * Worked out once for each object it is given, which nothing changes afterwards; several parts of a turn ask the same
 * of the same answers. Forgotten with the object.
 */
export function onceFor<Of extends object, T>(work: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, { readonly is: T }>();
  return (of) => {
    const found = known.get(of) ?? { is: work(of) };
    known.set(of, found);
    return found.is;
  };
}

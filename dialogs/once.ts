/**
 * Worked out once for each object it is given, which nothing changes afterwards; several parts of a turn ask the same
 * of the same answers. Forgotten with the object.
 *
 * @param nameOf where two objects may say the same: those of one name are worked out once, while few names are kept
 */
export function onceFor<Of extends object, T>(work: (of: Of) => T, nameOf?: (of: Of) => string): (of: Of) => T {
  const known = new WeakMap<Of, { readonly is: T }>();
  const named = new Map<string, { readonly is: T }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.is;
    const name = nameOf?.(of);
    const found = (name !== undefined && named.get(name)) || { is: work(of) };
    known.set(of, found);
    if (name !== undefined) {
      if (named.size >= mostNamed) named.clear();
      named.set(name, found);
    }
    return found.is;
  };
}

/** Of decisions some megabytes. */
const mostNamed = 2_000;

import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

/** A style sheet that several shadow roots share. */
export function sheet(...texts: readonly string[]): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(texts.join('\n'));
  return made;
}

/** Draws its children where no style of the page reaches them, and none of theirs gets out. */
export function Shadow({ styles, children }: { readonly styles: CSSStyleSheet; readonly children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot>();
  useLayoutEffect(() => {
    if (!host.current) return;
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [styles];
    setRoot(shadow);
  }, [styles]);
  return <div ref={host}>{root && createPortal(children, root)}</div>;
}

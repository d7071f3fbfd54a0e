/** What the reader's device and own choice ask for: width, dark or light. */
import { useEffect, useState, useSyncExternalStore } from 'react';

export type Look = 'system' | 'light' | 'dark';
/** `wide`: three panes. `medium`: both drawings, or the leads. `narrow`: one pane at a time. */
export type Width = 'wide' | 'medium' | 'narrow';

const kept = 'signpost-look';

export function useLook(): { readonly look: Look; readonly dark: boolean; readonly setLook: (look: Look) => void } {
  const [look, setLook] = useState<Look>(() => {
    const stored = localStorage.getItem(kept);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  });
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => {
    document.documentElement.dataset.look = look;
    localStorage.setItem(kept, look);
  }, [look]);
  return { look, dark: look === 'system' ? systemDark : look === 'dark', setLook };
}

export function useWidth(): Width {
  const wide = useMedia('(min-width: 75rem)');
  const medium = useMedia('(min-width: 47rem)');
  if (wide) return 'wide';
  return medium ? 'medium' : 'narrow';
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

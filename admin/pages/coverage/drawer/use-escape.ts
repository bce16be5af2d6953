import { useEffect, type RefObject } from 'react';

/** What closes itself on Esc, and the drawer under it should stay. */
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Calls back on Esc from anywhere on the page, as the drawer is not modal, but not from a dialog or menu of its own. */
export const useEscape = (panel: RefObject<Element>, onEscape: () => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const overlay = event.target instanceof Element ? event.target.closest(OVERLAYS) : null;
      if (overlay === null || overlay === panel.current) onEscape();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [panel, onEscape]);
};

import { useEffect, type RefObject } from 'react';

/** What closes itself on Esc, and the drawer under it should stay. */
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const TOOLTIP = '[role="tooltip"]';

/**
 * Calls back on Esc from anywhere on the page, as the drawer is not modal, but not from a dialog or menu of its own. A
 * tooltip, also one that is fading out, takes Esc for itself: nobody means it alone.
 */
export const useEscape = (panel: RefObject<Element>, onEscape: () => void): void => {
  useEffect(() => {
    let hasTooltip = false;
    const look = () => {
      hasTooltip = document.querySelector(TOOLTIP) !== null;
    };
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || (event.defaultPrevented && !hasTooltip)) return;
      const overlay = event.target instanceof Element ? event.target.closest(OVERLAYS) : null;
      if (overlay === null || overlay === panel.current) onEscape();
    };
    // Tooltips listen on the document, before everything in it, and are gone afterwards.
    window.addEventListener('keydown', look, true);
    document.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', look, true);
      document.removeEventListener('keydown', listen);
    };
  }, [panel, onEscape]);
};

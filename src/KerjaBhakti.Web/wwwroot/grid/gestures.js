// The mouse and the clipboard. Touch comes as mouse events too: a tap makes a cell active, a second one edits it, and dragging scrolls.

import { formatBlock } from './clipboard.js';

const TIP_AFTER = 500;

/**
 * @param {import('./view.js').TableView} view
 * @param {{ press: (rowId: string, column: number, extend: boolean) => void, drag: (rowId: string, column: number) => void, pressRow: (rowId: string, extend: boolean) => void,
 *           pressHeader: (column: number) => void, open: () => void, hover: (cell: HTMLElement | null, rowId?: string, column?: number) => void }} handle
 * @param {AbortSignal} signal
 */
export function attachMouse(view, handle, signal) {
  let isDragging = false;
  let hovered = null;
  let tipTimer = 0;
  const on = (target, name, listener) => target.addEventListener(name, listener, { signal });

  on(view.table, 'mousedown', event => {
    if (event.button !== 0) {
      return;
    }

    event.preventDefault();
    const place = view.placeOf(event.target);
    const header = event.target.closest('.grid-header');
    if (place?.column === -1) {
      handle.pressRow(place.rowId, event.shiftKey);
    } else if (place) {
      isDragging = !event.shiftKey;
      handle.press(place.rowId, place.column, event.shiftKey);
    } else if (header && Number(header.dataset.column) >= 0) {
      handle.pressHeader(Number(header.dataset.column));
    }
  });
  on(view.table, 'mouseover', event => {
    const place = view.placeOf(event.target);
    const cell = event.target.closest('.grid-cell');
    if (isDragging && event.buttons === 1 && place && place.column >= 0) {
      handle.drag(place.rowId, place.column);
    }

    if (cell !== hovered) {
      hovered = cell;
      clearTimeout(tipTimer);
      const isNoted = place && ['finding', 'state', 'change', 'comment'].some(name => cell.dataset[name]);
      tipTimer = setTimeout(() => handle.hover(isNoted ? cell : null, place?.rowId, place?.column), TIP_AFTER);
    }
  });
  on(view.table, 'mouseleave', () => {
    hovered = null;
    clearTimeout(tipTimer);
  });
  on(window, 'mouseup', () => { isDragging = false; });
  on(view.table, 'dblclick', event => {
    if (view.placeOf(event.target)?.column >= 0) {
      handle.open();
    }
  });
  on(view.scroller, 'scroll', () => handle.hover(null));
}

/**
 * The clipboard's events are heard on the document: where they go differs. Firefox sends them to the body when nothing is marked, every browser to marked
 * text elsewhere on the page, wherever the focus is. While the focus is in the grid they mean the grid.
 * @param {[HTMLElement, HTMLElement]} targets  The table, and what stands in its place while there are no rows: there one can only paste.
 * @param {{ texts: () => string[][], cut: () => void, paste: (text: string) => void, refusePrimary: () => void }} handle
 *   `refusePrimary` is called instead of `paste` for the text that a middle click brings: whoever scrolls with the wheel presses it by mistake.
 * @param {AbortSignal} signal
 */
export function attachClipboard([table, empty], handle, signal) {
  const on = (target, name, listener, options = {}) => target.addEventListener(name, listener, { signal, ...options });
  const hasFocus = target => target.contains(document.activeElement);
  let isMiddleClick = false;
  on(document, 'mousedown', event => { isMiddleClick = event.button === 1; }, { capture: true });
  on(document, 'keydown', () => { isMiddleClick = false; }, { capture: true });

  // What is marked is what will be copied, so only one thing may look marked.
  on(table, 'focusin', () => {
    if (!document.getSelection().isCollapsed) {
      document.getSelection().removeAllRanges();
    }
  });

  const copy = event => {
    if (!hasFocus(table)) {
      return false;
    }

    event.preventDefault();
    event.clipboardData.setData('text/plain', formatBlock(handle.texts()));
    return true;
  };
  on(document, 'copy', copy);
  on(document, 'cut', event => {
    if (copy(event)) {
      handle.cut();
    }
  });
  on(document, 'paste', event => {
    if (!hasFocus(table) && !hasFocus(empty)) {
      return;
    }

    event.preventDefault();
    if (isMiddleClick) {
      handle.refusePrimary();
    } else {
      handle.paste(event.clipboardData.getData('text/plain'));
    }
  });
}

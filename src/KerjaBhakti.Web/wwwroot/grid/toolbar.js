// The commands that have keys, as buttons: nothing in the grid needs a keyboard or a drag.

import { element } from './dom.js';
import { keyName } from './keys.js';

/** @param {import('./grid.js').Grid} grid */
export const commandGroups = grid => [
  [
    { name: 'undo', text: 'Batalkan', keys: 'Ctrl+Z', run: () => grid.commands.undo() },
    { name: 'redo', text: 'Ulangi', keys: 'Ctrl+Y', run: () => grid.commands.redo() },
  ],
  [
    { name: 'edit', text: 'Ubah', keys: 'F2', byTouch: true, run: () => grid.edit(null) },
    { name: 'clear', text: 'Kosongkan', keys: 'Delete', byTouch: true, run: () => grid.commands.clear() },
  ],
  [
    { name: 'add', text: 'Tambah baris', keys: 'Alt+Insert', run: () => grid.addRow() },
    { name: 'remove', text: 'Hapus baris', keys: 'Alt+Delete', run: () => grid.commands.removeRows() },
    { name: 'up', text: 'Naikkan', keys: 'Alt+↑', run: () => grid.commands.moveRows(-1) },
    { name: 'down', text: 'Turunkan', keys: 'Alt+↓', run: () => grid.commands.moveRows(1) },
    { name: 'region', text: 'Wilayah…', run: () => grid.commands.chooseRegion() },
  ],
  [
    { name: 'comment', text: 'Komentar…', keys: 'Shift+F2', byTouch: true, run: () => grid.comment() },
    { name: 'find', text: 'Cari', keys: 'Ctrl+F', run: () => grid.find(true) },
    { name: 'filter', text: 'Saring', keys: 'Ctrl+Shift+L', run: () => grid.toggleFilter() },
    { name: 'jump', text: 'Ke baris', keys: 'Ctrl+G', run: () => grid.jump() },
    { name: 'keys', text: 'Tombol', keys: '?', run: () => grid.showKeys() },
  ],
];

/**
 * A toolbar in which the arrows move and Tab leaves.
 * @param {{ text: string, keys?: string, name: string, byTouch?: boolean, run: () => void }[][]} groups
 *   `byTouch`: shown where there is a touch screen; elsewhere keys and the double click are at hand, and rows need the space.
 * @param {() => void} leave  Called for F6 and Esc: back to the table.
 */
export function createToolbar(groups, leave) {
  const buttons = new Map();
  const make = ({ text, keys, name, byTouch, run }) => {
    const button = element('button', {
      class: byTouch ? 'grid-button is-by-touch' : 'grid-button', type: 'button', text, tabindex: -1, title: keys ? `${text} (${keyName(keys)})` : null,
      onclick: () => button.getAttribute('aria-disabled') !== 'true' && run(),
    });
    buttons.set(name, button);
    return button;
  };
  const bar = element('div', { class: 'grid-toolbar', role: 'toolbar', 'aria-label': 'Perintah tabel', onkeydown: press },
    ...groups.map(group => element('div', { class: 'grid-toolbar-group' }, ...group.map(make))));
  const all = [...buttons.values()];
  all[0].tabIndex = 0;
  bar.addEventListener('focusin', event => all.forEach(button => { button.tabIndex = button === event.target ? 0 : -1; }));

  function press(event) {
    const shown = all.filter(button => button.getClientRects().length > 0);
    const index = shown.indexOf(event.target);
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      shown[(next + shown.length) % shown.length].focus();
    } else if (event.key === 'F6' || event.key === 'Escape') {
      event.preventDefault();
      leave();
    }
  }

  return {
    bar,
    focus: () => all.find(button => button.tabIndex === 0).focus(),
    // A button that cannot act stays reachable, so that a keyboard finds it where it always is.
    setEnabled: (name, enabled) => buttons.get(name).setAttribute('aria-disabled', !enabled),
  };
}

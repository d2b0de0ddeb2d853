// Which key does what while no cell is being edited. Keys of the browser are taken over only while the focus is in the table.

import { isMac } from './keys.js';

/** What a command answers where the browser shall do what it does with the key. */
export const LEAVE = Symbol('leave');

/**
 * Does what the key means; false where it means nothing here, and the browser keeps it.
 * @param {KeyboardEvent} event
 * @param {import('./grid.js').Grid} grid
 * @param {boolean} isEmpty  There are no rows: nothing to move in, but still something to take back.
 */
export function press(event, grid, isEmpty) {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (isEmpty) {
    const command = control && !altKey ? WITHOUT_ROWS[key.toLowerCase()] : null;
    return Boolean(command) && command(grid, shiftKey) !== LEAVE;
  }

  // Option writes letters on a Mac, as AltGr does elsewhere; Safari tells of some composed letters by the code 229 only.
  if (event.isComposing || event.keyCode === 229 || event.getModifierState('AltGraph') || (isMac && altKey && !control && key.length === 1)) {
    return key.length === 1 && type(grid);
  }

  const arrow = ARROWS[key];
  if (arrow && !altKey) {
    grid.move(...arrow, { extend: shiftKey, toEdge: control });
    return true;
  }

  const table = control && altKey ? {} : control ? CONTROL : altKey ? ALT : shiftKey ? { ...PLAIN, ...SHIFT } : PLAIN;
  const command = table[key.length === 1 ? key.toLowerCase() : key];
  if (command) {
    return command(grid, shiftKey) !== LEAVE;
  }

  return !control && !altKey && key.length === 1 && type(grid);
}

/** The letter itself goes into the input, which has the focus by the time the browser writes it. */
function type(grid) {
  grid.edit('');
  return false;
}

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

const PLAIN = {
  Enter: grid => grid.enter(1),
  Tab: grid => grid.movement.tab(1),
  Home: (grid, extend) => grid.movement.toColumn('first', extend),
  End: (grid, extend) => grid.movement.toColumn('last', extend),
  PageUp: (grid, extend) => grid.movement.page(-1, extend),
  PageDown: (grid, extend) => grid.movement.page(1, extend),
  F1: grid => grid.showKeys(),
  '?': grid => grid.showKeys(),
  F2: grid => grid.edit(null),
  F6: grid => grid.focusToolbar(),
  F8: grid => grid.goToFinding(1),
  Delete: grid => grid.commands.clear(),
  Backspace: grid => grid.commands.clear(),
  Escape: grid => grid.escape(),
};

const SHIFT = {
  Enter: grid => grid.enter(-1),
  Tab: grid => grid.movement.tab(-1),
  F2: grid => grid.comment(),
  F8: grid => grid.goToFinding(-1),
  ' ': grid => grid.movement.selectLines('row'),
};

const CONTROL = {
  Home: (grid, extend) => grid.movement.toCorner('first', extend),
  End: (grid, extend) => grid.movement.toCorner('last', extend),
  a: grid => grid.movement.selectLines('all'),
  ' ': grid => grid.movement.selectLines('column'),
  d: grid => grid.commands.fillDown(),
  r: grid => grid.commands.fillRight(),
  z: (grid, shift) => (shift ? grid.commands.redo() : grid.commands.undo()),
  y: grid => grid.commands.redo(),
  f: grid => grid.find(false),
  h: grid => grid.find(true),
  g: grid => grid.jump(),
  l: (grid, shift) => (shift ? grid.toggleFilter() : LEAVE),
};

const WITHOUT_ROWS = { z: CONTROL.z, y: CONTROL.y, g: CONTROL.g, l: CONTROL.l };

const ALT = {
  Insert: grid => grid.addRow(),
  Delete: grid => grid.commands.removeRows(),
  ArrowUp: grid => grid.commands.moveRows(-1),
  ArrowDown: grid => grid.commands.moveRows(1),

  // The key that a Mac calls Delete.
  ...(isMac ? { Backspace: grid => grid.commands.removeRows() } : {}),
};

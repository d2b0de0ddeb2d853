// What the DraftGrid component calls. Blazor renders one empty element and leaves its inside to this module.

import { Grid } from '../../grid/grid.js';

/**
 * @param {HTMLElement} container
 * @param {object} server  A DotNetObjectReference with ApplyAsync(batchId, edits), UndoStepAsync(revision) and SelectAsync(rowId, month).
 * @param {object} document  The draft: { id, revision, readOnly, months, rows, kecamatan, cities, positions }.
 * @param {{ status?: HTMLElement, user?: string }} [options]  `status`: where the state of saving is written. `user`: whose edits these are, so
 *   that nobody sends what another left unsent in the same browser.
 */
export function create(container, server, document, options = {}) {
  const grid = new Grid(container, server, document, options ?? {});
  return {
    load: draft => grid.load(draft),
    applyChanges: changes => grid.applyChanges(changes),
    setFindings: findings => grid.setFindings(findings),
    offerStep: step => grid.offerStep(step),
    setPresence: people => grid.setPresence(people),
    goTo: (rowId, month) => grid.goTo(rowId, month),
    close: message => grid.close(message),
    focus: () => grid.focus(),
    isBusy: () => grid.isBusy(),
    dispose: () => grid.dispose(),
  };
}

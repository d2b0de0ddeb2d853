// What the DraftGrid component calls. Blazor renders one empty element and leaves its inside to this module.

import { NEEDS, missingFeatures } from '../../grid/support.js';

/**
 * A browser that lacks something the grid needs is told so in one sentence, before anything of the grid is loaded; the calls that follow then mean nothing.
 * @param {HTMLElement} container
 * @param {object} server  A DotNetObjectReference with ApplyAsync(batchId, edits), UndoStepAsync(revision), SelectAsync(rowId, month),
 *   CommentAsync(id, rowId, month, text), SettleAsync(threadId) and ReadersAsync().
 * @param {object} document  The draft: { id, revision, readOnly, months, rows, kecamatan, cities, positions }.
 * @param {{ status?: HTMLElement, user?: string, mayComment?: boolean }} [options]  `status`: where the state of saving is written. `user`: whose edits these are, so
 *   that nobody sends what another left unsent in the same browser.
 */
export async function create(container, server, document, options = {}) {
  const missing = missingFeatures();
  if (missing.length > 0) {
    console.warn(`The grid needs ${missing.join(', ')}.`);
    return refuse(container);
  }

  const { Grid } = await import('../../grid/grid.js');
  const grid = new Grid(container, server, document, options ?? {});

  const connection = new AbortController();
  window.document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', event => {
    if (event.detail.state === 'rejected') {
      grid.loadAnew();
    }
  }, { signal: connection.signal });

  // Whoever opens a draft comes to type or to paste; who has clicked elsewhere meanwhile is left there.
  if (window.document.activeElement === window.document.body) {
    grid.focus();
  }

  return {
    load: draft => grid.load(draft),
    applyChanges: changes => grid.applyChanges(changes),
    setFindings: findings => grid.setFindings(findings),
    offerStep: step => grid.offerStep(step),
    setPresence: people => grid.setPresence(people),
    setComments: threads => grid.setComments(threads),
    openComments: (rowId, month) => grid.openComments(rowId, month),
    goTo: (rowId, month) => grid.goTo(rowId, month),
    close: message => grid.close(message),
    focus: () => grid.focus(),
    isBusy: () => grid.isBusy(),
    dispose: () => {
      connection.abort();
      grid.dispose();
    },
  };
}

function refuse(container) {
  const sentence = window.document.createElement('p');
  sentence.className = 'grid-unsupported';
  sentence.setAttribute('role', 'alert');
  sentence.textContent = NEEDS;
  container.replaceChildren(sentence);
  const nothing = () => {};
  return {
    load: nothing, applyChanges: nothing, setFindings: nothing, offerStep: nothing, setPresence: nothing, setComments: nothing, openComments: nothing,
    goTo: nothing, close: nothing, focus: nothing, isBusy: () => false, dispose: () => container.replaceChildren(),
  };
}

// What one person did here, in units that are taken back and made again as a whole. A unit knows what it wrote; where somebody else has changed
// that since, it is dropped rather than written over. A step that was not made in the grid (an import, a return to an earlier state) is a unit too: one
// that the server takes back.

import { keyOf, withName } from './model.js';

const MOST_UNITS = 500;

/**
 * @typedef {{ what: string, forward: import('./model.js').Edit[], backward: import('./model.js').Edit[], revision?: number }} Unit
 *   `revision`: the unit is a step on the server, taken back by that number; it has no edits here.
 */

export class History {
  #done = [];
  #undone = [];

  get canUndo() {
    return this.#done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /** @param {Unit} unit */
  record(unit) {
    this.#undone = [];
    const settled = this.#settleNames(unit);
    if (settled.forward.length > 0) {
      this.#done.push(settled);
    }

    if (this.#done.length > MOST_UNITS) {
      this.#done.shift();
    }
  }

  /** Makes a step on the server the next unit. @param {{ revision: number, what: string }} step */
  recordStep({ revision, what }) {
    this.#undone = [];
    this.#done.push({ what, revision, forward: [], backward: [] });
  }

  /**
   * The server has taken a step back: by another step, which the opposite direction takes back.
   * @param {'undo' | 'redo'} direction
   */
  settleStep(direction, what, revision) {
    (direction === 'undo' ? this.#undone : this.#done).push({ what, revision, forward: [], backward: [] });
  }

  /**
   * The next unit to take back, with the edits that do so; null where there is none. `stale` says that its cells are no longer as the unit left
   * them: it is dropped, and its edits must not be made. A unit with a `revision` is the server's to take back; see `settleStep`.
   * @param {import('./model.js').Draft} draft
   */
  undo(draft) {
    return this.#step(this.#done, this.#undone, draft, unit => unit.backward);
  }

  /** The next unit to make again; as `undo`. */
  redo(draft) {
    return this.#step(this.#undone, this.#done, draft, unit => unit.forward);
  }

  /** Forgets every edit of a cell whose content was settled otherwise: by a conflict, or by the server's refusal. */
  forget(key) {
    // Edits of whole rows have no key; what is forgotten is a cell or a label.
    if (key === null) {
      return;
    }

    const others = edits => edits.filter(edit => keyOf(edit) !== key);
    const without = units => units
      .map(unit => ({ ...unit, forward: others(unit.forward), backward: others(unit.backward) }))
      .filter(unit => unit.forward.length > 0 || unit.revision !== undefined);
    this.#done = without(this.#done);
    this.#undone = without(this.#undone);
  }

  /**
   * A named row cannot be made nameless again, so its first name is not taken back by itself: it becomes part of what added the row.
   * @param {Unit} unit
   * @returns {Unit} The unit without first names.
   */
  #settleNames(unit) {
    const isNaming = edit => edit.kind === 'label' && edit.expected === '';
    const isUnnaming = edit => edit.kind === 'label' && edit.text === '';
    for (const { rowId, text } of unit.forward.filter(isNaming)) {
      const named = edits => edits.map(edit => (edit.rowId === rowId ? withName(edit, text) : edit));
      this.#done = this.#done.map(done => ({ ...done, forward: named(done.forward), backward: named(done.backward) }));
    }

    return { ...unit, forward: unit.forward.filter(edit => !isNaming(edit)), backward: unit.backward.filter(edit => !isUnnaming(edit)) };
  }

  #step(from, to, draft, editsOf) {
    const unit = from.pop();
    if (!unit) {
      return null;
    }

    if (unit.revision !== undefined) {
      return { what: unit.what, edits: [], stale: false, revision: unit.revision };
    }

    const edits = editsOf(unit);
    const trial = draft.clone();
    const stale = edits.some(edit => {
      const changed = !trial.holds(edit);
      trial.apply(edit);
      return changed;
    });
    if (!stale) {
      to.push(unit);
    }

    return { what: unit.what, edits, stale };
  }
}

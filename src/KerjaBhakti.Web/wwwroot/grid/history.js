// What one person did here, in units that are taken back and made again as a whole. A unit knows what it wrote; where somebody else has changed
// that since, it is dropped rather than written over.

import { keyOf } from './model.js';

const MOST_UNITS = 500;

/** @typedef {{ what: string, forward: import('./model.js').Edit[], backward: import('./model.js').Edit[] }} Unit */

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
    this.#done.push(unit);
    this.#undone = [];
    if (this.#done.length > MOST_UNITS) {
      this.#done.shift();
    }
  }

  /**
   * The next unit to take back, with the edits that do so; null where there is none. `stale` says that its cells are no longer as the unit left
   * them: it is dropped, and its edits must not be made.
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
    const others = edits => edits.filter(edit => keyOf(edit) !== key);
    const without = units => units
      .map(unit => ({ ...unit, forward: others(unit.forward), backward: others(unit.backward) }))
      .filter(unit => unit.forward.length > 0);
    this.#done = without(this.#done);
    this.#undone = without(this.#undone);
  }

  #step(from, to, draft, editsOf) {
    const unit = from.pop();
    if (!unit) {
      return null;
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

// The state of one draft in one browser: what the server is known to hold, what was done here since, and what became of it. Nothing in here draws.

import { newUuid } from './dom.js';
import { History } from './history.js';
import { Leftovers } from './leftovers.js';
import { Draft, cellKey, keyOf } from './model.js';
import { SaveQueue } from './queue.js';

const REMEMBERED_BATCHES = 200;

/**
 * A cell or label where somebody else was faster.
 * @typedef {{ rowId: string, month: string | null, place: string, mine: string, expected: string,
 *             theirs: string | null, by: string | null, at: string | null }} Conflict  `theirs` is null where the row is gone.
 */

export class DraftSession {
  #stored;
  #revision = 0;
  #accepted = [];
  #pushed = new Set();
  #ownBatches = [];
  #leftovers;
  #handle;
  #server;
  #atServer = null;
  #whenStored = [];

  /** What the server refused for good, by cell key: the edit and the reason. @type {Map<string, { edit: object, message: string }>} */
  failed = new Map();

  /** @type {Map<string, Conflict>} */
  conflicts = new Map();

  /** Cells and labels with an edit under way, by key; an edit of the rows counts for the label. */
  pending = new Set();

  /** Why nothing can be stored any more; null while it can. */
  goneMessage = null;

  /** Whether all that is unanswered is in the browser's storage. */
  isKept = true;

  history = new History();

  /**
   * @param {object} server  A DotNetObjectReference.
   * @param {{ changed: () => void, say: (text: string) => void, conflicted: () => void, placeOf: (rowId: string, month: string | null) => string,
   *           pushed: (key: string, change: object) => void, openEdit: () => object | null }} handle  `openEdit`: what a cell holds that is
   *   being typed into, as it stands, while the page is being left.
   * @param {string | null} user
   */
  constructor(server, document, handle, user) {
    this.#handle = handle;
    this.#server = server;
    this.#leftovers = new Leftovers(document.id, user);
    this.queue = new SaveQueue((batchId, edits) => this.#send(server, batchId, edits), {
      accepted: (entries, revision) => this.#accept(entries, revision),
      refused: (entries, message) => this.#refuse(entries, message),
      conflicted: (entries, conflicts) => this.#meet(entries, conflicts),
      gone: message => this.close(message),
      changed: () => this.#show(),
    }, (flight, waiting) => this.#keep(flight, waiting));
    this.#take(document);
    this.shown = this.#stored.clone();
  }

  get canEdit() {
    return !this.readOnly && this.goneMessage === null;
  }

  get isUnsaved() {
    return this.queue.size > 0 || this.failed.size > 0 || this.conflicts.size > 0;
  }

  /** Sends what an earlier page left; returns how many edits that were. A draft that cannot be edited takes none: they stay kept. */
  async resume() {
    let count = 0;
    for (const { flight, waiting } of this.canEdit ? await this.#leftovers.take() : []) {
      count += (flight?.entries.length ?? 0) + waiting.length;
      this.queue.adopt(flight, waiting);
    }

    return count;
  }

  /** Takes up the whole draft as the server has it now; what is unanswered is laid over it again. */
  load(document) {
    this.#take(document);
    this.#show();
  }

  /**
   * Takes up what others changed. Echoes of own edits do no harm: with `batchId` they are known, without it they change nothing.
   * @param {{ kind: 'cell' | 'label', rowId: string, month?: string, text: string, by: string | null, batchId?: string }[]} changes
   */
  applyChanges(changes) {
    for (const change of changes) {
      const { rowId, month = null, text } = change;
      const key = cellKey(rowId, month);
      const before = this.#stored.textOf(rowId, month);
      if (before === null || before === text || this.#ownBatches.includes(change.batchId)) {
        continue;
      }

      this.#stored.apply({ kind: change.kind, rowId, month, text });
      this.#pushed.add(key);
      const conflict = this.conflicts.get(key);
      if (conflict) {
        Object.assign(conflict, { theirs: text, by: change.by ?? 'Anda di jendela lain', at: null });
      } else if (!this.pending.has(key)) {
        this.#handle.pushed(key, change);
      }
    }

    this.#show();
  }

  /**
   * Makes edits, shows them at once, sends them, and remembers them as one unit that can be taken back. Edits that change nothing are left out;
   * false where none is left. Where nothing can be stored any more, a text is still taken: shown and counted as unsaved, so that it can be copied.
   * @param {string} what  What was done, as the undo will call it.
   */
  perform(what, edits) {
    if (this.readOnly || (this.goneMessage !== null && edits.some(edit => keyOf(edit) === null))) {
      return false;
    }

    const effective = edits.filter(edit => {
      const key = keyOf(edit);
      return key === null || (edit.text !== edit.expected && edit.text !== this.shown.textOf(edit.rowId, edit.month ?? null));
    });
    edits.forEach(edit => this.failed.delete(keyOf(edit)));
    if (effective.length === 0) {
      this.queue.touch();
      return false;
    }

    const { forward, backward } = this.shown.perform(effective);
    this.history.record({ what, forward, backward });
    this.#enqueue(forward, false);
    return true;
  }

  /** Makes a step on the server the next that is taken back. @param {{ revision: number, what: string }} step */
  offerStep(step) {
    this.history.recordStep(step);
    this.#handle.changed();
  }

  /**
   * Takes back or repeats the last unit; what became of it, or null where there is none. A step on the server has an `answer`: null once it is taken back,
   * or why it was not.
   * @returns {{ what: string, stale: boolean, edits: object[], answer?: Promise<string | null> } | null}
   */
  step(direction) {
    if (this.#atServer) {
      return this.#atServer;
    }

    const step = this.canEdit ? this.history[direction](this.shown) : null;
    if (step?.revision !== undefined) {
      this.#atServer = { ...step, answer: this.#stepAtServer(direction, step) };
      return this.#atServer;
    }

    if (step && !step.stale) {
      step.edits.forEach(edit => this.shown.apply(edit));
      this.#enqueue(step.edits, true);
    }

    return step;
  }

  async #stepAtServer(direction, { what, revision }) {
    try {
      // What was done after the step must be there before the step is taken back.
      await this.whenStored();
      const reply = await this.#server.invokeMethodAsync('UndoStepAsync', revision);
      if (reply.revision !== null) {
        this.history.settleStep(direction, what, reply.revision);
      }

      return reply.refusal;
    } catch {
      this.history.settleStep(direction === 'undo' ? 'redo' : 'undo', what, revision);
      return 'sambungan terputus. Coba lagi begitu tersambung.';
    } finally {
      this.#atServer = null;
      this.#handle.changed();
    }
  }

  /** Once everything that was done is at the server. While it cannot be reached it waits. @returns {Promise<void>} */
  whenStored() {
    return new Promise(resolve => (this.queue.size === 0 || this.goneMessage !== null ? resolve() : this.#whenStored.push(resolve)));
  }

  /** Settles a conflict: with a text, that text replaces theirs, in full view of it; with null theirs stays. */
  resolve(key, text) {
    const conflict = this.conflicts.get(key);
    const { rowId, month } = conflict;
    // A row that was gone may have come back.
    const theirs = conflict.theirs ?? this.shown.textOf(rowId, month);
    this.conflicts.delete(key);
    if (text !== null && theirs !== null && text !== theirs) {
      this.perform('isian yang dipilih', [textEdit(rowId, month, theirs, text)]);
    } else {
      this.queue.touch();
    }
  }

  /** Keeps a text that has no cell any more, because its row is gone. */
  strand(rowId, month, text, place) {
    this.conflicts.set(cellKey(rowId, month), { rowId, month, place, mine: text, expected: '', theirs: null, by: null, at: null });
    this.queue.touch();
    this.#handle.conflicted();
  }

  /** Sends a refused edit once more. */
  retryFailed(key) {
    const { edit } = this.failed.get(key);
    this.failed.delete(key);
    this.perform('isian yang ditolak', [{ ...edit, expected: this.shown.textOf(edit.rowId, edit.month ?? null) ?? edit.expected }]);
  }

  /** Gives a refused edit up. */
  dropFailed(key) {
    this.failed.delete(key);
    this.queue.touch();
  }

  dispose() {
    this.queue.stop();
    this.#leftovers.leave();
  }

  #send(server, batchId, edits) {
    if (this.#ownBatches.at(-1) !== batchId) {
      this.#ownBatches.push(batchId);
      this.#ownBatches.splice(0, this.#ownBatches.length - REMEMBERED_BATCHES);
      this.#pushed.clear();
    }

    return server.invokeMethodAsync('ApplyAsync', batchId, edits);
  }

  #enqueue(edits, undo) {
    const unit = newUuid();
    edits.forEach(edit => this.failed.delete(keyOf(edit)));
    this.queue.add(edits.map(edit => ({ edit, unit, undo })));
  }

  #take(document) {
    this.readOnly = document.readOnly;
    this.#stored = new Draft(document);
    this.#revision = document.revision;
    // An edit accepted after this document was read is missing from it.
    this.#accepted = this.#accepted.filter(({ revision }) => revision > document.revision);
    this.#accepted.forEach(({ edits }) => edits.forEach(edit => this.#stored.apply(edit)));
  }

  #show() {
    this.shown = this.#stored.clone();
    this.pending = new Set();
    for (const { edit } of this.queue.entries) {
      this.shown.apply(edit);
      this.pending.add(keyOf(edit) ?? cellKey(edit.rowId, null));
    }

    if (this.queue.size === 0) {
      this.#whenStored.splice(0).forEach(resolve => resolve());
    }

    this.#handle.changed();
  }

  #accept(entries, revision) {
    if (revision <= this.#revision) {
      return; // A document read after the edits is here already.
    }

    const edits = entries.map(entry => entry.edit).filter(edit => !this.#pushed.has(keyOf(edit)));
    edits.forEach(edit => this.#stored.apply(edit));
    this.#accepted.push({ revision, edits });
    this.#accepted.splice(0, this.#accepted.length - REMEMBERED_BATCHES);
  }

  #refuse(entries, message) {
    for (const { edit } of entries) {
      const key = keyOf(edit);
      if (key !== null) {
        this.failed.set(key, { edit, message });
        this.history.forget(key);
      }
    }

    this.#handle.say(`Tidak disimpan: ${message}`);
  }

  /** Sorts a batch that met conflicts: what is to be sent after all is returned, the rest waits for a choice. */
  #meet(entries, conflicts) {
    const met = new Map(conflicts.map(conflict => [cellKey(conflict.rowId, conflict.month), conflict]));
    const conflictOf = edit => met.get(keyOf(edit) ?? cellKey(edit.rowId, null));
    const stale = new Set(entries.filter(entry => entry.undo && conflictOf(entry.edit)).map(entry => entry.unit));
    for (const conflict of conflicts) {
      if (conflict.theirs === null) {
        this.#stored.apply({ kind: 'remove', rowId: conflict.rowId });
      } else {
        this.#stored.apply({ ...textEdit(conflict.rowId, conflict.month, '', conflict.theirs) });
        this.#pushed.add(cellKey(conflict.rowId, conflict.month));
      }
    }

    for (const { edit, unit } of entries.filter(entry => conflictOf(entry.edit) && !stale.has(entry.unit))) {
      this.#await(edit, unit, conflictOf(edit));
    }

    if (stale.size > 0) {
      for (const { edit } of [...entries, ...this.queue.withdraw(entry => stale.has(entry.unit))].filter(entry => stale.has(entry.unit))) {
        this.history.forget(keyOf(edit));
      }

      this.#handle.say('Tidak dapat dibatalkan: sel sudah diubah oleh orang lain.');
    }

    return entries.filter(entry => !conflictOf(entry.edit) && !stale.has(entry.unit));
  }

  #await(edit, unit, { rowId, month, theirs, by, at }) {
    const key = keyOf(edit);
    if (key === null) {
      this.#handle.say(`Baris itu sudah dihapus oleh ${by ?? 'orang lain'}.`);
      return;
    }

    // What was typed into the cell since belongs to the same question.
    const later = this.queue.withdraw(entry => keyOf(entry.edit) === key).at(-1);
    this.history.forget(key);
    if (!later?.undo) {
      const mine = later?.edit.text ?? edit.text;
      this.conflicts.set(key, { rowId, month, place: this.#handle.placeOf(rowId, month), mine, expected: edit.expected, theirs, by, at });
      this.#handle.conflicted();
    }
  }

  /** Nothing can be stored any more; the message says why. */
  close(message) {
    this.goneMessage = message;
    this.queue.stop();
  }

  #keep(flight, waiting) {
    const unresolved = [
      ...[...this.conflicts.values()].map(({ rowId, month, expected, mine }) => textEdit(rowId, month, expected, mine)),
      ...[...this.failed.values()].map(({ edit }) => edit),
      this.#handle.openEdit(),
    ].filter(Boolean).map(edit => ({ edit, unit: newUuid(), undo: false }));
    this.isKept = this.#leftovers.keep(flight, [...waiting, ...unresolved]);
  }
}

/** The edit that writes a cell, or with month null a label. */
export const textEdit = (rowId, month, expected, text) => (month === null
  ? { kind: 'label', rowId, expected, text }
  : { kind: 'cell', rowId, month, expected, text });

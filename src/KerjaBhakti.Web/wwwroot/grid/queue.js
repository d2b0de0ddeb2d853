// Carries edits to the server in the order they were made: one batch under way at a time, sent again until it is answered, kept in the browser's
// storage until it is. A batch sent again keeps its id, by which the server knows what it has stored already.

import { newUuid } from './dom.js';
import { keyOf, toWire } from './model.js';

const FIRST_RETRY = 1000;
const LAST_RETRY = 15000;

/** A call over a circuit that broke may never settle, so a batch without an answer is sent again after this many milliseconds. */
const ANSWER_WITHIN = 10000;

/**
 * The server takes messages of 1 MiB (PortalHost), and a character is at most three bytes. A pasted annex is about 200,000 characters, so what is done as one
 * is stored as one; only what piled up during a long absence goes in several batches.
 */
const MOST_CHARACTERS = 300000;

/**
 * @typedef {{ edit: import('./model.js').Edit, unit: string, undo: boolean }} Entry  `unit` names what was done as one thing; `undo` says that it
 *   takes back or repeats, so that a conflict drops it instead of asking.
 * @typedef {{ revision: number, refused: string | null, gone: string | null,
 *             conflicts: { rowId: string, month: string | null, mine: string, theirs: string | null, by: string | null, at: string | null }[] }} Reply
 */

export class SaveQueue {
  #send;
  #handle;
  #keep;
  #flight = null;
  #waiting = [];
  #retryTimer = 0;
  #stopped = false;

  /** Whether the last attempt got no answer. */
  failing = false;

  /**
   * @param {(batchId: string, edits: object[]) => Promise<Reply>} send
   * @param {{ accepted: (entries: Entry[], revision: number) => void, refused: (entries: Entry[], message: string) => void,
   *           conflicted: (entries: Entry[], conflicts: object[]) => Entry[], gone: (message: string) => void, changed: () => void }} handle
   *   `conflicted` answers with the entries that are to be sent after all.
   * @param {(flight: { id: string, entries: Entry[] } | null, waiting: Entry[]) => void} keep  Called with what is unanswered, whenever that changes.
   */
  constructor(send, handle, keep) {
    this.#send = send;
    this.#handle = handle;
    this.#keep = keep;
    window.addEventListener('online', this.retry);
  }

  /** Every edit the server has not answered, in order. */
  get entries() {
    return [...(this.#flight?.entries ?? []), ...this.#waiting];
  }

  get size() {
    return (this.#flight?.entries.length ?? 0) + this.#waiting.length;
  }

  /** The id of the batch under way, by which an echo of it is known. */
  get flightId() {
    return this.#flight?.id ?? null;
  }

  /** @param {Entry[]} entries */
  add(entries) {
    this.#waiting.push(...entries);
    this.#changed();
    this.#pump();
  }

  /** Takes up what an earlier page left unanswered: the batch it had sent with the id it had, then the rest. */
  adopt(flight, entries) {
    this.#waiting.push(...entries);
    if (flight && !this.#flight) {
      this.#flight = { ...flight, edits: flight.entries.map(entry => toWire(entry.edit)), attempts: 0 };
      this.#attempt();
    } else if (flight) {
      this.#waiting.unshift(...flight.entries);
    }

    this.#changed();
    this.#pump();
  }

  /** Keeps and shows anew, after something beside the queue has changed. */
  touch() {
    this.#changed();
  }

  /** Keeps what is unanswered anew, without showing anything: the page may be about to go. */
  keep() {
    this.#keep(this.#flight, this.#waiting);
  }

  /** Takes back the edits that were not sent yet and that the condition picks. @returns {Entry[]} */
  withdraw(condition) {
    const withdrawn = this.#waiting.filter(condition);
    this.#waiting = this.#waiting.filter(entry => !condition(entry));
    return withdrawn;
  }

  /** Sends again at once instead of after the pause. */
  retry = () => {
    if (this.#flight && this.failing && !this.#stopped) {
      this.#attempt();
    }
  };

  /** Sends nothing more; what is unanswered stays kept. */
  stop() {
    this.#stopped = true;
    clearTimeout(this.#retryTimer);
    window.removeEventListener('online', this.retry);
  }

  #changed() {
    this.#keep(this.#flight, this.#waiting);
    this.#handle.changed();
  }

  #pump() {
    if (this.#flight || this.#stopped || this.#waiting.length === 0) {
      return;
    }

    const entries = this.#take();
    if (entries.length === 0) {
      this.#changed();
      this.#pump();
      return;
    }

    this.#flight = { id: newUuid(), entries, edits: entries.map(entry => toWire(entry.edit)), attempts: 0 };
    this.#keep(this.#flight, this.#waiting);
    this.#attempt();
  }

  /** The next batch: as much as one message holds, several writes to one cell made one. After a refusal, one unit at a time. */
  #take() {
    const first = this.#waiting[0];
    let characters = 0;
    let count = 0;
    for (const entry of this.#waiting) {
      characters += JSON.stringify(toWire(entry.edit)).length;
      const fits = first.alone ? entry.unit === first.unit : !entry.alone;
      if (count > 0 && (!fits || characters > MOST_CHARACTERS)) {
        break;
      }

      count++;
    }

    return coalesce(this.#waiting.splice(0, count));
  }

  #attempt() {
    const flight = this.#flight;
    clearTimeout(this.#retryTimer);
    flight.attempts++;
    const attempt = flight.attempts;
    const again = () => {
      if (this.#flight === flight && flight.attempts === attempt && !this.#stopped) {
        this.failing = true;
        this.#retryTimer = setTimeout(this.retry, Math.min(FIRST_RETRY * 2 ** (attempt - 1), LAST_RETRY));
        this.#handle.changed();
      }
    };
    const patience = setTimeout(again, ANSWER_WITHIN);
    // A late answer to an earlier attempt counts as well: it is the same batch.
    const call = async () => {
      try {
        const reply = await this.#send(flight.id, flight.edits);
        if (this.#flight === flight) {
          this.#settle(flight, reply);
        }
      } catch {
        again();
      } finally {
        clearTimeout(patience);
      }
    };
    call();
  }

  #settle(flight, reply) {
    clearTimeout(this.#retryTimer);
    this.#flight = null;
    this.failing = false;
    if (reply.gone) {
      this.#waiting.unshift(...flight.entries);
      this.stop();
      this.#handle.gone(reply.gone);
    } else if (reply.refused) {
      if (new Set(flight.entries.map(entry => entry.unit)).size > 1) {
        this.#waiting.unshift(...flight.entries.map(entry => ({ ...entry, alone: true })));
      } else {
        this.#handle.refused(flight.entries, reply.refused);
      }
    } else if (reply.conflicts.length > 0) {
      const kept = this.#handle.conflicted(flight.entries, reply.conflicts);
      this.#waiting.unshift(...kept);
    } else {
      this.#handle.accepted(flight.entries, reply.revision);
    }

    this.#changed();
    this.#pump();
  }
}

/**
 * Several writes to one cell become one that expects what the first expected; one that then changes nothing is left out. An edit of the rows
 * between them keeps them apart, since it may have emptied the cell.
 * @param {Entry[]} entries
 */
function coalesce(entries) {
  const merged = [];
  let places = new Map();
  for (const entry of entries) {
    const key = keyOf(entry.edit);
    const place = places.get(key);
    if (key === null) {
      places = new Map();
      merged.push(entry);
    } else if (place === undefined) {
      places.set(key, merged.push(entry) - 1);
    } else {
      merged[place] = { ...entry, edit: { ...entry.edit, expected: merged[place].edit.expected } };
    }
  }

  return merged.filter(({ edit }) => keyOf(edit) === null || edit.text !== edit.expected);
}

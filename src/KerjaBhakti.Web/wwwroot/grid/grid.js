// The editor's grid: ties the draft, the table, the keys and the server together. Every key is answered here at once; the server follows.

import { Annotations } from './annotations.js';
import { formatBlock } from './clipboard.js';
import { Commands } from './commands.js';
import { ConflictDesk } from './conflicts.js';
import { askCity, showKeys } from './dialogs.js';
import { copyText, element } from './dom.js';
import { CellEditor } from './editor.js';
import { FindBar } from './findbar.js';
import { attachClipboard, attachMouse } from './gestures.js';
import { press } from './keyboard.js';
import { cellKey, keyOf } from './model.js';
import { Movement } from './movement.js';
import { Notices } from './notices.js';
import { Selection } from './selection.js';
import { DraftSession, textEdit } from './session.js';
import { Register } from './suggest.js';
import { commandGroups, createToolbar } from './toolbar.js';
import { TableView } from './view.js';

const TIP_AFTER = 500;
const SELECT_AFTER = 150;

export class Grid {
  #container;
  #server;
  #session;
  #view = new TableView();
  #selection;
  #editor;
  #register;
  #notices;
  #toolbar;
  #findBar;
  #frame;
  #empty;
  #annotations;
  #conflicts;
  #stripHeight = 0;
  #listeners = new AbortController();
  #timers = { select: 0, tip: 0 };
  #selected = '';
  #lastKeyAt = 0;
  #isAsking = false;

  /**
   * @param {HTMLElement} container  Empty, and left alone by everyone else.
   * @param {{ status?: HTMLElement, user?: string }} options
   */
  constructor(container, server, draft, { status = null, user = null } = {}) {
    this.#container = container;
    this.#server = server;
    this.#register = new Register(draft.kecamatan, draft.cities);
    this.#notices = new Notices(status, {
      retry: () => this.#session.queue.retry(), showConflict: () => this.#conflicts.askNext(), copyUnsaved: () => this.#copyUnsaved(),
    });
    this.#session = new DraftSession(server, draft, {
      changed: () => this.#refresh(),
      say: text => this.say(text),
      conflicted: () => this.#conflicts.offer(),
      placeOf: (rowId, month) => this.#nameOf(rowId, month),
      pushed: (key, change) => this.#announceOther(key, change),
    }, user);
    this.#selection = new Selection(this.#session.shown);
    this.#editor = new CellEditor(this.#view, this.#register, {
      commit: (target, text, move) => this.#commit(target, text, move),
      cancel: () => this.focus(),
    });
    this.#annotations = new Annotations(this.#session, { changed: () => this.#refresh(), choose: key => this.#conflicts.ask(key) });
    this.#conflicts = new ConflictDesk(this.#session, {
      host: container,
      asking: question => this.#asking(question),
      isResting: milliseconds => performance.now() - this.#lastKeyAt >= milliseconds && !this.#editor.isOpen && !this.#isAsking,
      goTo: (rowId, month) => this.goTo(rowId, month),
      edit: text => this.#openEditor(text, null),
      say: text => this.say(text),
    });
    this.movement = new Movement(this.#session, this.#selection, {
      moved: () => this.#moved(), say: text => this.say(text), rowsInView: () => this.#view.rowsInView,
    });
    this.commands = new Commands(this.#session, this.#selection, {
      say: text => this.say(text),
      spell: text => this.#register.spell(text),
      placeOf: (rowId, month) => this.#nameOf(rowId, month),
      select: block => this.movement.select(block),
      askCity: (current, count) => this.#asking(() => askCity(container, this.#session.shown.cities, current, count)),
    });
    this.#build();
    this.#view.setMonths(draft.months);
    this.#listen();
    this.#refresh();
    this.#resume();
  }

  /** Takes up the whole draft anew: rows came, went or moved. */
  load(draft) {
    const months = this.#session.shown.months.map(month => month.key).join();
    this.#register = new Register(draft.kecamatan, draft.cities);
    this.#editor.setRegister(this.#register);
    if (months !== draft.months.map(month => month.key).join()) {
      this.#view.setMonths(draft.months);
    }

    this.#session.load(draft);
  }

  applyChanges(changes) {
    this.#session.applyChanges(changes);
  }

  /** @param {{ severity: string, rowId: string | null, month: string | null, message: string }[]} findings  Those of no row are not shown here. */
  setFindings(findings) {
    this.#annotations.setFindings(findings);
    this.#refresh();
  }

  /** Makes a step that was not made here the next one that is taken back. @param {{ revision: number, what: string }} step */
  offerStep(step) {
    this.#session.offerStep(step);
  }

  /** Shows where others are. @param {{ name: string, rowId: string, month: string | null }[]} people */
  setPresence(people) {
    this.#annotations.setPresence(people);
    this.#refresh();
  }

  /** Makes a cell active; with month null the row's label. */
  goTo(rowId, month) {
    const row = this.#session.shown.indexOf(rowId);
    if (row >= 0) {
      this.#editor.commit();
      this.movement.goTo({ row, column: this.#session.shown.columnOf(month) });
    }
  }

  /** Makes the grid read-only with a sentence that says why; what was typed stays visible. */
  close(message) {
    this.#session.close(message);
    this.#refresh();
  }

  /** Whether leaving the page would leave something unsaved. */
  isBusy() {
    return this.#session.isUnsaved || this.#editor.isChanged;
  }

  dispose() {
    this.#listeners.abort();
    this.#session.dispose();
    Object.values(this.#timers).forEach(clearTimeout);
    this.#annotations.dispose();
    this.#conflicts.dispose();
    this.#container.replaceChildren();
  }

  focus() {
    const target = this.#view.activeCell ?? this.#empty.querySelector('button');
    target.focus({ preventScroll: true });
  }

  say(text) {
    this.#notices.say(text);
  }

  // Moving

  move(rowStep, columnStep, options) {
    this.movement.step(rowStep, columnStep, options);
  }

  /** Enter goes down; on a conflict it asks. */
  enter(step) {
    if (this.#session.conflicts.has(this.#activeKey)) {
      this.#conflicts.ask(this.#activeKey);
    } else {
      this.movement.enter(step);
    }
  }

  goToFinding(step) {
    this.movement.toFinding(this.#annotations.findingsInOrder(), step);
  }

  escape() {
    this.#notices.hideTip();
    this.movement.escape();
  }

  focusToolbar() {
    this.#toolbar.focus();
  }

  // Editing

  /** Edits the active cell: with null its content, otherwise afresh. Cells that hold a question ask it instead. */
  edit(value) {
    const { active } = this.#selection;
    const row = this.#session.shown.rows[active.row];
    const key = this.#activeKey;
    if (!this.#session.canEdit) {
      this.say(this.#session.goneMessage ?? 'Rancangan ini hanya dapat dibaca.');
    } else if (this.#session.conflicts.has(key)) {
      this.#conflicts.ask(key);
    } else if (row.region && active.column > 0) {
      this.commands.chooseRegion();
    } else {
      const failed = this.#session.failed.get(key);
      this.#openEditor(failed ? failed.edit.text : null, value);
    }
  }

  addRow() {
    this.commands.addRow();
    if (this.#session.canEdit) {
      this.edit('');
    }
  }

  find(replacing) {
    this.#findBar.open(replacing, this.#session.canEdit);
  }

  showKeys() {
    this.#asking(() => showKeys(this.#container));
  }

  #openEditor(content, value) {
    const { active } = this.#selection;
    const row = this.#session.shown.rows[active.row];
    const month = this.#session.shown.monthAt(active.column);
    const target = {
      rowId: row.id, month, column: active.column, original: this.#session.shown.textOf(row.id, month), name: this.#nameOf(row.id, month),
    };
    this.#notices.hideTip();
    this.#view.reveal(this.#view.activeCell);
    this.#editor.open(target, value ?? content ?? target.original, value !== null, this.#register.usage(this.#session.shown));
  }

  #commit(target, text, move) {
    const { rowId, month, original } = target;
    const key = cellKey(rowId, month);
    const row = this.#session.shown.row(rowId);
    if (!row || (row.region && month !== null)) {
      if (text !== original) {
        this.#session.strand(rowId, month, text, target.name);
      }
    } else if (this.#session.conflicts.has(key)) {
      this.#session.resolve(key, text);
    } else if (month === null && text === '' && original !== '') {
      this.say('Jabatan tidak boleh kosong. Untuk menghapus baris, pakai Hapus baris.');
    } else {
      this.#session.perform(month === null ? 'ubah jabatan' : text === '' ? 'kosongkan 1 sel' : 'isi 1 sel', [textEdit(rowId, month, original, text)]);
    }

    if (move === 'leave') {
      return;
    }

    if (move === null) {
      this.focus();
    } else if (move === 'down' || move === 'up') {
      this.movement.enter(move === 'down' ? 1 : -1);
    } else if (move === 'next' || move === 'previous') {
      this.movement.tab(move === 'next' ? 1 : -1);
    } else {
      this.move(0, move === 'right' ? 1 : -1);
    }
  }

  // Asking

  async #asking(question) {
    this.#isAsking = true;
    try {
      return await question();
    } finally {
      this.#isAsking = false;
      this.focus();
    }
  }

  async #resume() {
    const resumed = await this.#session.resume();
    if (resumed > 0) {
      this.say(`${resumed} perubahan dari kunjungan sebelumnya dilanjutkan.`);
    }
  }

  async #copyUnsaved() {
    const lines = this.#session.queue.entries
      .filter(({ edit }) => keyOf(edit) !== null)
      .map(({ edit }) => [this.#nameOf(edit.rowId, edit.month ?? null), edit.text]);
    await copyText(formatBlock(lines), this.#container);
    this.say(`${lines.length} isian yang belum tersimpan disalin.`);
  }

  // Showing

  #refresh() {
    if (!this.#frame) {
      return;
    }

    const { shown, history, canEdit } = this.#session;
    const hadFocus = this.#view.table.contains(document.activeElement);
    this.#selection.follow(shown);
    this.#view.setReadOnly(!canEdit);
    this.#view.sync(shown, (row, column) => this.#annotations.lookOf(row, column));
    this.#view.setSelection(shown, this.#selection.active, this.#selection.block);
    this.#empty.hidden = shown.rows.length > 0;
    if (hadFocus && document.activeElement !== this.#view.activeCell) {
      this.focus();
    }

    this.#toolbar.setEnabled('undo', canEdit && history.canUndo);
    this.#toolbar.setEnabled('redo', canEdit && history.canRedo);
    for (const name of ['remove', 'up', 'down', 'region']) {
      this.#toolbar.setEnabled(name, canEdit && shown.rows.length > 0);
    }

    this.#toolbar.setEnabled('add', canEdit);
    this.#editor.follow();
    this.#notices.showState(this.#session);
    this.#showActive();
  }

  /** The strip above the table comes and goes, but the cells stay where the hand is. */
  #steady() {
    const height = this.#notices.strip.offsetHeight;
    if (height !== this.#stripHeight) {
      this.#view.scroller.scrollTop += height - this.#stripHeight;
      this.#stripHeight = height;
      this.#editor.follow();
    }
  }

  /** After the active cell or the selection has moved: shows it, brings it into view, tells the server. */
  #moved() {
    const { shown } = this.#session;
    const { active, head, block, isBlock } = this.#selection;
    this.#view.setSelection(shown, active, block);
    const cell = this.#view.activeCell;
    if (!cell) {
      return;
    }

    this.#view.reveal(isBlock ? this.#view.cellAt(shown.rows[head.row].id, head.column) : cell);
    cell.focus({ preventScroll: true });
    this.#showActive();
    this.#notices.hideTip();
    clearTimeout(this.#timers.tip);
    this.#timers.tip = setTimeout(() => this.#showTip(cell, active), TIP_AFTER);
    this.#tellServer(shown.rows[active.row].id, this.#session.shown.monthAt(active.column));
  }

  #showActive() {
    const { active } = this.#selection;
    const row = active && this.#session.shown.rows[active.row];
    const cell = this.#view.activeCell;
    if (!row || !cell) {
      this.#notices.showCell('', '', []);
      return;
    }

    const notes = this.#annotations.notesOf(row, active.column);
    const name = active.column === 0 ? 'Jabatan' : row.region ? 'Wilayah' : this.#session.shown.months[active.column - 1].name;
    this.#notices.showCell(`Baris ${active.row + 1}, ${name}`, this.#annotations.lookOf(row, active.column).text, notes);
    this.#view.table.querySelector('[aria-describedby]')?.removeAttribute('aria-describedby');
    if (notes.length > 0) {
      cell.setAttribute('aria-describedby', this.#notices.description.id);
    }
  }

  #showTip(cell, { row, column }) {
    const found = this.#session.shown.rows[row];
    const notes = found ? this.#annotations.notesOf(found, column) : [];
    if (notes.length > 0 && cell.isConnected && !this.#editor.isOpen && !this.#isAsking) {
      this.#notices.showTip(cell, notes);
    } else {
      this.#notices.hideTip();
    }
  }

  #announceOther(key, { rowId, month = null, text, by }) {
    if (by === null) {
      return; // What the same person did elsewhere is no news of others.
    }

    this.#annotations.flash(key, by);
    if (key === this.#activeKey) {
      this.say(`${by} mengubah ${this.#nameOf(rowId, month)} menjadi ${text || '(kosong)'}.`);
    }
  }

  #tellServer(rowId, month) {
    const selected = cellKey(rowId, month);
    if (this.#selected === selected) {
      return;
    }

    this.#selected = selected;
    clearTimeout(this.#timers.select);
    this.#timers.select = setTimeout(async () => {
      try {
        await this.#server.invokeMethodAsync('SelectAsync', rowId, month);
      } catch {
        // The side panel follows the next cell; while the connection is lost the strip says so.
      }
    }, SELECT_AFTER);
  }

  // Building

  #build() {
    const notices = this.#notices;
    this.#toolbar = createToolbar(commandGroups(this), () => this.focus());
    this.#findBar = new FindBar({
      cells: () => this.#session.shown.rows.flatMap((row, index) => [
        { row: index, column: 0, text: row.label },
        ...row.cells.map((text, month) => ({ row: index, column: month + 1, text })),
      ]),
      active: () => this.#selection.active ?? { row: 0, column: 0 },
      show: hit => this.#show(hit),
      replace: (hits, search, replacement) => this.commands.replace(hits, search, replacement),
      close: () => this.focus(),
    });
    this.#empty = element('div', { class: 'grid-empty', hidden: true },
      element('p', { text: 'Rancangan ini belum mempunyai baris. Setiap baris memuat satu jabatan dan kecamatannya tiap bulan.' }),
      element('button', { class: 'grid-button is-primary', type: 'button', text: 'Tambah baris', onclick: () => this.addRow() }));
    this.#frame = element('div', { class: 'grid-frame' }, this.#view.scroller, this.#empty, this.#editor.input);
    this.#view.table.setAttribute('aria-label', 'Jadwal');
    this.#container.classList.add('draft-grid');
    this.#container.toggleAttribute('data-read-only', this.#session.readOnly);
    this.#container.replaceChildren(
      notices.strip, this.#toolbar.bar, this.#findBar.bar, notices.cellBar, this.#frame, notices.footer, this.#editor.list, notices.tip, notices.description);
  }

  #listen() {
    const { signal } = this.#listeners;
    const { table } = this.#view;
    const on = (target, name, listener, options = {}) => target.addEventListener(name, listener, { signal, ...options });
    on(this.#container, 'keydown', () => { this.#lastKeyAt = performance.now(); }, { capture: true });
    for (const target of [table, this.#empty]) {
      on(target, 'keydown', event => {
        if (press(event, this, target === this.#empty)) {
          event.preventDefault();
        }
      });
    }

    on(table, 'focusin', event => {
      const place = this.#view.placeOf(event.target);
      if (place && event.target !== this.#view.activeCell) {
        this.movement.goTo({ row: this.#session.shown.indexOf(place.rowId), column: place.column });
      } else if (place) {
        this.#tellServer(place.rowId, this.#session.shown.monthAt(this.#selection.active.column));
      }
    });
    attachMouse(this.#view, {
      press: (rowId, column, extend) => this.#point(rowId, column, extend),
      drag: (rowId, column) => this.#point(rowId, column, true),
      pressRow: (rowId, extend) => {
        this.#point(rowId, 0, extend);
        this.movement.selectLines('row');
      },
      pressHeader: column => {
        if (this.#selection.active) {
          this.#editor.commit();
          this.movement.select({ top: 0, bottom: this.#selection.lastRow, left: column, right: column });
        }
      },
      open: () => this.edit(null),
      hover: (cell, rowId, column) => (cell ? this.#showTip(cell, { row: this.#session.shown.indexOf(rowId), column }) : this.#notices.hideTip()),
    }, signal);
    attachClipboard(table, {
      texts: () => this.commands.selectedTexts(),
      cut: () => this.commands.clear('potong'),
      paste: text => this.commands.paste(text),
    }, signal);

    // Asking for the strip's height after every edit would make the browser lay out the table each time.
    const stripSize = new ResizeObserver(() => this.#steady());
    stripSize.observe(this.#notices.strip);
    signal.addEventListener('abort', () => stripSize.disconnect());
    for (const name of ['online', 'offline']) {
      on(window, name, () => this.#refresh());
    }

    on(window, 'beforeunload', event => {
      if (this.isBusy() && this.#session.goneMessage === null) {
        event.preventDefault();
      }
    });
  }

  #point(rowId, column, extend) {
    this.#editor.commit();
    const row = this.#session.shown.indexOf(rowId);
    const { head } = this.#selection;
    if (row >= 0 && (!extend || head.row !== row || head.column !== column)) {
      this.movement.goTo({ row, column }, extend);
    }
  }

  /** Makes a found cell active without taking the focus from the search. */
  #show({ row, column }) {
    this.#selection.goTo({ row, column });
    this.#view.setSelection(this.#session.shown, this.#selection.active, this.#selection.block);
    this.#view.reveal(this.#view.activeCell);
    this.#showActive();
  }

  // Names

  get #activeKey() {
    const { active } = this.#selection;
    return active && cellKey(this.#session.shown.rows[active.row].id, this.#session.shown.monthAt(active.column));
  }

  #nameOf(rowId, month) {
    const { shown } = this.#session;
    const row = shown.row(rowId);
    const name = month === null ? 'Jabatan' : shown.months[shown.monthIndexes.get(month)]?.name ?? month;
    return row ? `Baris ${shown.indexOf(rowId) + 1}, ${row.label || 'tanpa jabatan'}, ${name}` : name;
  }
}

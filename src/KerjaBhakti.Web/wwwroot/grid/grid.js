// The editor's grid: ties the draft, the table, the keys and the server together. Every key is answered here at once; the server follows.

import { Annotations } from './annotations.js';
import { formatBlock } from './clipboard.js';
import { Commands } from './commands.js';
import { CommentDesk } from './comments.js';
import { ConflictDesk } from './conflicts.js';
import { ContextMenu } from './contextmenu.js';
import { askCity, showKeys } from './dialogs.js';
import { Display } from './display.js';
import { copyText, element } from './dom.js';
import { CellEditor } from './editor.js';
import { FillHandle } from './fillhandle.js';
import { FilterBar } from './filterbar.js';
import { FindBar } from './findbar.js';
import { attachClipboard, attachMouse } from './gestures.js';
import { JumpBar } from './jumpbar.js';
import { press } from './keyboard.js';
import { keyName } from './keys.js';
import { knowledgeOf } from './knowledge.js';
import { cellKey, keyOf } from './model.js';
import { Leaving } from './leaving.js';
import { Movement } from './movement.js';
import { Notices } from './notices.js';
import { askHead, askPaste } from './pastedialog.js';
import { Selection } from './selection.js';
import { DraftSession } from './session.js';
import { Sheet } from './sheet.js';
import { Register } from './suggest.js';
import { commandGroups, createToolbar } from './toolbar.js';
import { Typing } from './typing.js';
import { TableView } from './view.js';

export class Grid {
  #container;
  #session;
  #sheet;
  #view = new TableView();
  #selection;
  #editor;
  #typing;
  #register;
  #notices;
  #toolbar;
  #findBar;
  #filterBar;
  #jumpBar;
  #empty;
  #annotations;
  #comments;
  #conflicts;
  #display;
  #leaving;
  #menu;
  #fillHandle;
  #listeners = new AbortController();
  #lastKeyAt = 0;
  #isAsking = false;

  /**
   * @param {HTMLElement} container  Empty, and left alone by everyone else.
   * @param {{ status?: HTMLElement, user?: string, mayComment?: boolean }} options
   */
  constructor(container, server, draft, { status = null, user = null, mayComment = false } = {}) {
    this.#container = container;
    this.#register = new Register(draft.kecamatan, draft.cities);
    this.#notices = new Notices(status, {
      retry: () => this.#session.queue.retry(), showConflict: () => this.#conflicts.askNext(), copyUnsaved: () => this.#copyUnsaved(),
    });
    this.#leaving = new Leaving(container, {
      keep: () => this.#session.queue.keep(), isBusy: () => this.isBusy() && this.#session.goneMessage === null,
    }, this.#listeners.signal);
    const say = text => this.say(text);
    const placeOf = (rowId, month) => this.#nameOf(rowId, month);
    this.#session = new DraftSession(server, draft, {
      changed: () => this.#refresh(),
      say,
      conflicted: () => this.#conflicts.offer(),
      placeOf,
      pushed: (key, change) => this.#announceOther(key, change),
      openEdit: () => (this.#leaving.isUnderWay && this.#editor.isChanged ? this.#typing.editOf(this.#editor.target, this.#editor.typed) : null),
    }, user);
    this.#sheet = new Sheet(this.#session, () => this.#refresh());
    this.#selection = new Selection(this.#sheet.shown);
    this.#editor = new CellEditor(this.#view, this.#register, {
      commit: (target, text, move) => this.#typing.commit(target, text, move),
      cancel: () => this.focus(),
      isLeaving: () => this.#leaving.isUnderWay,
    });
    this.#comments = new CommentDesk(server, { draftId: draft.id, user, mayComment }, {
      host: container, asking: question => this.#asking(question), changed: () => this.#refresh(), say, whenStored: () => this.#session.whenStored(),
    });
    this.#annotations = new Annotations(this.#session, this.#comments, { changed: () => this.#refresh(), choose: key => this.#conflicts.ask(key) });
    this.#annotations.setAmended(draft.amended ?? null);
    this.#conflicts = new ConflictDesk(this.#session, {
      host: container,
      asking: question => this.#asking(question),
      isResting: milliseconds => performance.now() - this.#lastKeyAt >= milliseconds && !this.#editor.isOpen && !this.#isAsking,
      goTo: (rowId, month) => this.goTo(rowId, month),
      edit: text => this.#typing.open(text, null),
      say,
    });
    this.movement = new Movement(this.#sheet, this.#selection, { moved: () => this.#display.moved(), say, rowsInView: () => this.#view.rowsInView });
    this.commands = new Commands(this.#session, this.#sheet, this.#selection, {
      say,
      placeOf,
      register: () => this.#register,
      select: block => this.movement.select(block),
      askCity: (current, count) => this.#asking(() => askCity(container, this.#session.shown.cities, current, count)),
      askHead: texts => this.#asking(() => askHead(container, texts)),
      askPaste: plan => this.#asking(() => askPaste(container, plan, this.#session.shown)),
    });
    this.#typing = new Typing(this.#session, this.#sheet, this.#selection, this.movement, {
      open: (target, text, isAfresh) => this.#openEditor(target, text, isAfresh),
      ask: key => this.#conflicts.ask(key),
      chooseRegion: () => this.commands.chooseRegion(),
      focus: () => this.focus(),
      placeOf,
      say,
    });
    this.#build(draft);
    this.#display = new Display({
      session: this.#session, sheet: this.#sheet, selection: this.#selection, view: this.#view, notices: this.#notices, annotations: this.#annotations,
    }, {
      focus: () => this.focus(),
      followCell: () => this.#editor.follow(),
      isTyping: () => this.#editor.isOpen || this.#isAsking,
      placeFillHandle: cell => this.#fillHandle.follow(cell),
      tellServer: (rowId, month) => server.invokeMethodAsync('SelectAsync', rowId, month),
    });
    this.#listen();
    this.#refresh();
    this.#resume();
  }

  /** Takes up the whole draft anew: rows came, went or moved. */
  load(draft) {
    const months = this.#session.shown.months.map(month => month.key).join();
    this.#register = new Register(draft.kecamatan, draft.cities);
    this.#editor.setRegister(this.#register);
    this.#filterBar.setPositions(draft.positions);
    if (months !== draft.months.map(month => month.key).join()) {
      this.#view.setMonths(draft.months);
    }

    this.#annotations.setAmended(draft.amended ?? null);
    this.#session.load(draft);
  }

  applyChanges(changes) {
    this.#session.applyChanges(changes);
  }

  /** @param {{ code: string, title: string, severity: string, rowId: string | null, month: string | null, message: string }[]} findings  Those of no row are of a whole month. */
  setFindings(findings) {
    this.#filterBar.setFindings(findings);
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

  /** Shows what is said of cells. @param {import('./comments.js').Thread[]} threads */
  setComments(threads) {
    this.#comments.set(threads);
  }

  /** Opens what is said of a cell, also where its row is gone. */
  openComments(rowId, month) {
    this.#editor.commit();
    const row = this.#session.shown.row(rowId);
    if (row) {
      this.goTo(rowId, month);
      this.comment();
    } else {
      this.#comments.open('Baris ini sudah dihapus.', () => this.#comments.of(rowId, month), { rowId, month });
    }
  }

  /** Makes a cell active, also one that a filter hides; with month null the row's label. */
  goTo(rowId, month) {
    if (this.#session.shown.row(rowId)) {
      this.#editor.commit();
      this.#sheet.reveal([rowId]);
      this.movement.goTo({ row: this.#sheet.shown.indexOf(rowId), column: this.#sheet.shown.columnOf(month) });
    }
  }

  /** Makes the grid read-only with a sentence that says why; what was typed stays visible. */
  close(message) {
    this.#session.close(message);
    this.#refresh();
  }

  /**
   * The server does not know this page any more: it was started again, or another server answers now. A page made anew goes on with what was typed; where the
   * browser could not keep that, the person decides when.
   */
  loadAnew() {
    this.#session.queue.keep();
    if (this.#session.isKept && this.#session.goneMessage === null) {
      this.#leaving.reload();
    }
  }

  /** Whether leaving the page would leave something unsaved. */
  isBusy() {
    return this.#session.isUnsaved || this.#editor.isChanged || this.#comments.isUnsent;
  }

  dispose() {
    this.#listeners.abort();
    this.#session.dispose();
    this.#display.dispose();
    this.#annotations.dispose();
    this.#comments.dispose();
    this.#conflicts.dispose();
    this.#container.replaceChildren();
  }

  focus() {
    const target = this.#view.activeCell?.isConnected ? this.#view.activeCell : this.#empty.querySelector('button:not([hidden])');
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
    const { whole, shown } = this.#sheet;
    const findings = this.#annotations.findingsInOrder()
      .map(finding => ({ ...finding, row: finding.isOfMonth ? Math.min(0, shown.rows.length - 1) : shown.indexOf(whole.rows[finding.row].id) }));
    this.movement.toFinding(findings.filter(finding => finding.row >= 0), step);
  }

  escape() {
    this.#notices.hideTip();
    this.movement.escape();
  }

  focusToolbar() {
    this.#toolbar.focus();
  }

  // Editing

  edit(value) {
    this.#typing.edit(value);
  }

  /** What is said of the active cell. */
  comment() {
    const { active } = this.#selection;
    const row = active && this.#sheet.shown.rows[active.row];
    if (row && !this.#isAsking) {
      const month = this.#sheet.shown.monthAt(row.region ? Math.min(active.column, 1) : active.column);
      const threads = () => this.#comments.at(this.#session.shown.row(row.id) ?? row, month);
      this.#comments.open(this.#nameOf(row.id, month), threads, { rowId: row.id, month: threads()[0]?.month ?? month });
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

  jump() {
    this.#jumpBar.open();
  }

  toggleFilter() {
    if (this.#filterBar.isOpen) {
      this.#filterBar.close();
    } else {
      this.#filterBar.open();
    }
  }

  #openEditor(target, text, isAfresh) {
    this.#notices.hideTip();
    this.#view.reveal(this.#view.activeCell);
    const { shown } = this.#session;
    const knowledge = target.month === null ? null : knowledgeOf(shown, this.#register, target.rowId, target.month);
    this.#editor.open(target, text, isAfresh, this.#register.usage(shown), knowledge);
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
    const isCopied = await copyText(formatBlock(lines), this.#container);
    this.say(isCopied ? `${lines.length} isian yang belum tersimpan disalin.` : 'Peramban tidak mengizinkan penyalinan; tidak ada yang disalin.');
  }

  // Showing

  #refresh() {
    if (!this.#display) {
      return;
    }

    const { shown, whole } = this.#sheet;
    const { canEdit, history } = this.#session;
    this.#showEmpty(shown.rows.length === 0, whole.rows.length === 0);
    this.#display.refresh();
    this.#filterBar.follow();
    this.#findBar.follow();
    this.#toolbar.setEnabled('undo', canEdit && history.canUndo);
    this.#toolbar.setEnabled('redo', canEdit && history.canRedo);
    for (const name of ['edit', 'clear', 'remove', 'up', 'down', 'region']) {
      this.#toolbar.setEnabled(name, canEdit && shown.rows.length > 0);
    }

    this.#toolbar.setEnabled('add', canEdit);
  }

  /** What stands where no row does: the draft has none yet, or the filter lets none through. */
  #showEmpty(isEmpty, hasNone) {
    const [words, add, clear] = this.#empty.children;
    this.#empty.hidden = !isEmpty;
    words.textContent = hasNone
      ? 'Rancangan ini belum mempunyai baris. Setiap baris memuat satu jabatan dan kecamatannya tiap bulan; baris dari Excel dapat ditempel di sini.'
      : 'Tidak ada baris yang cocok dengan saringan.';
    add.hidden = !hasNone;
    clear.hidden = hasNone;
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

  // Building

  #build(draft) {
    const notices = this.#notices;
    const button = (text, onclick) => element('button', { class: 'grid-button is-primary', type: 'button', text, onclick });
    this.#toolbar = createToolbar(commandGroups(this), () => this.focus());
    this.#findBar = new FindBar(this.#sheet, {
      active: () => this.#selection.active ?? { row: 0, column: 0 },
      show: hit => this.#display.show(hit),
      replace: (hits, search, replacement) => this.commands.replace(hits, search, replacement),
      mark: hits => this.#display.mark(hits),
      close: () => this.focus(),
    });
    this.#menu = new ContextMenu(() => this.#menuItems(), () => this.focus());
    this.#fillHandle = new FillHandle(this.#view, {
      block: () => this.#selection.block,
      placeOf: ({ rowId, column }) => ({ row: this.#sheet.shown.indexOf(rowId), column }),
      mark: block => this.#view.setFilling(block ? this.#view.cellsOf(this.#sheet.shown, block) : []),
      fill: (from, to) => this.commands.fillBlock(from, to),
    });
    this.#view.scroller.append(this.#fillHandle.node);
    this.#filterBar = new FilterBar(this.#sheet, {
      register: () => this.#register, cities: draft.cities, leave: () => this.focus(), say: text => this.say(text),
    });
    this.#filterBar.setPositions(draft.positions);
    this.#jumpBar = new JumpBar(this.#sheet, {
      go: rowId => this.goTo(rowId, this.#sheet.shown.monthAt(this.#selection.active?.column ?? 0)), leave: () => this.focus(),
    });
    this.#empty = element('div', { class: 'grid-empty', hidden: true },
      element('p'), button('Tambah baris', () => this.addRow()), button('Hapus saringan', () => this.#filterBar.close()));
    this.#view.table.setAttribute('aria-label', 'Jadwal');
    this.#view.setMonths(draft.months);
    this.#container.classList.add('draft-grid');
    this.#container.toggleAttribute('data-read-only', this.#session.readOnly);
    this.#container.replaceChildren(
      notices.strip, this.#toolbar.bar, this.#findBar.bar, this.#filterBar.bar, this.#jumpBar.bar, notices.cellBar,
      element('div', { class: 'grid-frame' }, this.#view.scroller, this.#empty, this.#editor.input),
      notices.footer, this.#editor.list, this.#menu.list, notices.tip, notices.description);
  }

  #listen() {
    const { signal } = this.#listeners;
    const { table } = this.#view;
    const on = (target, name, listener, options = {}) => target.addEventListener(name, listener, { signal, ...options });
    // Safari gives a clicked button no focus, and Esc would then close nothing.
    on(this.#container, 'click', event => {
      const button = event.target.closest('button');
      if (button?.isConnected && document.activeElement === document.body) {
        button.focus();
      }
    });
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
        this.movement.goTo({ row: this.#sheet.shown.indexOf(place.rowId), column: place.column });
      } else if (place) {
        this.#display.tellServer(place.rowId, this.#sheet.shown.monthAt(this.#selection.active.column));
      }
    });
    on(table, 'contextmenu', event => this.#openMenu(event));
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
          this.movement.selectColumn(column);
        }
      },
      open: () => this.edit(null),
      hover: (cell, rowId, column) => (cell ? this.#display.showTip(cell, rowId, column) : this.#notices.hideTip()),
    }, signal);
    attachClipboard([table, this.#empty], {
      texts: () => this.commands.selectedTexts(),
      cut: () => this.commands.clear('potong'),
      paste: text => this.commands.paste(text),
      refusePrimary: () => this.say(`Klik tengah tidak menempel apa-apa. Untuk menempel, tekan ${keyName('Ctrl+V')}.`),
    }, signal);

    // Asking for the strip's height after every edit would make the browser lay out the table each time.
    const stripSize = new ResizeObserver(() => this.#display.steady());
    stripSize.observe(this.#notices.strip);
    const tableSize = new ResizeObserver(() => this.#display.placeFillHandle());
    tableSize.observe(table);
    signal.addEventListener('abort', () => [stripSize, tableSize].forEach(observer => observer.disconnect()));
    for (const name of ['online', 'offline']) {
      on(window, name, () => this.#refresh());
    }
  }

  #point(rowId, column, extend) {
    this.#editor.commit();
    const row = this.#sheet.shown.indexOf(rowId);
    const { head } = this.#selection;
    if (row >= 0 && (!extend || head.row !== row || head.column !== column)) {
      this.movement.goTo({ row, column }, extend);
    }
  }

  // The menu

  /** With Shift the browser's own menu opens, as elsewhere. */
  #openMenu(event) {
    const place = this.#view.placeOf(event.target);
    if (!place || event.shiftKey && event.button === 2) {
      return;
    }

    event.preventDefault();
    const row = this.#sheet.shown.indexOf(place.rowId);
    const { block } = this.#selection;
    const column = Math.max(0, place.column);
    const isInside = block && row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
    if (!isInside) {
      this.#point(place.rowId, column, false);
    }

    // The menu key has no place of its own.
    const box = this.#view.activeCell.getBoundingClientRect();
    const [x, y] = event.button === 2 ? [event.clientX, event.clientY] : [box.left, box.bottom];
    this.#menu.open(x, y);
  }

  #menuItems() {
    const isOff = !this.#session.canEdit;
    return [
      [
        { text: 'Salin', keys: 'Ctrl+C', run: () => this.#copySelected() },
        { text: 'Ubah', keys: 'F2', isOff, run: () => this.edit(null) },
        { text: 'Kosongkan', keys: 'Delete', isOff, run: () => this.commands.clear() },
        { text: 'Isi ke bawah', keys: 'Ctrl+D', isOff, run: () => this.commands.fillDown() },
        { text: 'Isi ke kanan', keys: 'Ctrl+R', isOff, run: () => this.commands.fillRight() },
      ],
      [{ text: 'Komentar…', keys: 'Shift+F2', run: () => this.comment() }],
      [
        { text: 'Tambah baris', keys: 'Alt+Insert', isOff, run: () => this.addRow() },
        { text: 'Hapus baris', keys: 'Alt+Delete', isOff, run: () => this.commands.removeRows() },
        { text: 'Naikkan', keys: 'Alt+↑', isOff, run: () => this.commands.moveRows(-1) },
        { text: 'Turunkan', keys: 'Alt+↓', isOff, run: () => this.commands.moveRows(1) },
        { text: 'Wilayah…', isOff, run: () => this.commands.chooseRegion() },
      ],
    ];
  }

  async #copySelected() {
    const texts = this.commands.selectedTexts();
    const isCopied = await copyText(formatBlock(texts), this.#container);
    this.say(isCopied ? `${texts.length * texts[0].length} sel disalin.` : `Peramban tidak mengizinkan penyalinan; tekan ${keyName('Ctrl+C')}.`);
    this.focus();
  }

  // Names

  get #activeKey() {
    const { active } = this.#selection;
    return active && cellKey(this.#sheet.shown.rows[active.row].id, this.#sheet.shown.monthAt(active.column));
  }

  #nameOf(rowId, month) {
    const { shown } = this.#session;
    const row = shown.row(rowId);
    const name = month === null ? 'Jabatan' : shown.months[shown.monthIndexes.get(month)]?.name ?? month;
    return row ? `Baris ${shown.indexOf(rowId) + 1}, ${row.label || 'tanpa jabatan'}, ${name}` : name;
  }
}
